package io.adfleet.sandbox.oauth;

import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /o/oauth2/v2/auth}: the screen on which a person lets an application in. */
public final class ConsentRoutes {

  private static final String PATH = "/o/oauth2/v2/auth";

  private final World world;
  private final OAuthClient client;
  private final Codes<Ask> codes;
  private final Faults faults;

  public ConsentRoutes(World world, OAuthClient client, Codes<Ask> codes, Faults faults) {
    this.world = world;
    this.client = client;
    this.codes = codes;
    this.faults = faults;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.on("GET", PATH, this::show).on("POST", PATH, this::decide);
  }

  private Answer show(Request request) {
    try {
      Ask.of(request.query(), client);
      return Answer.html(
          200,
          new ConsentPage(world, Platform.GOOGLE, "Google Ads", PATH)
              .asking(request.query(), Ask.FIELDS));
    } catch (Ask.Refused refused) {
      return refusal(refused);
    }
  }

  private Answer decide(Request request) {
    Map<String, String> fields = new LinkedHashMap<>(request.query());
    fields.putAll(request.form());
    try {
      Ask ask = Ask.of(fields, client);
      if (fields.containsKey(ConsentPage.DENY)) {
        return Answer.redirect(ask.denied());
      }
      String code = codes.issue(ask);
      faults.consented(Platform.GOOGLE.word());
      return Answer.redirect(ask.answeredWith(code));
    } catch (Ask.Refused refused) {
      return refusal(refused);
    }
  }

  private static Answer refusal(Ask.Refused refused) {
    return Answer.html(
        400, ConsentPage.blocked(refused.code(), String.valueOf(refused.getMessage())));
  }
}
