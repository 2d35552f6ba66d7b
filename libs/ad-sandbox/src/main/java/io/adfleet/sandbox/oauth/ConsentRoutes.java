package io.adfleet.sandbox.oauth;

import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.Html;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /o/oauth2/v2/auth}: the screen on which a person lets an application in. */
public final class ConsentRoutes {

  private static final String PATH = "/o/oauth2/v2/auth";

  private final World world;
  private final OAuthClient client;
  private final Codes codes;
  private final Faults faults;

  public ConsentRoutes(World world, OAuthClient client, Codes codes, Faults faults) {
    this.world = world;
    this.client = client;
    this.codes = codes;
    this.faults = faults;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.on("GET", PATH, this::show).on("POST", PATH, this::allow);
  }

  private Answer show(Request request) {
    try {
      Ask.of(request.query(), client);
      return Answer.html(200, page(request.query()));
    } catch (Ask.Refused refused) {
      return refusal(refused);
    }
  }

  private Answer allow(Request request) {
    Map<String, String> fields = new LinkedHashMap<>(request.query());
    fields.putAll(request.form());
    try {
      Ask ask = Ask.of(fields, client);
      String code = codes.issue(ask);
      faults.consented(Platform.GOOGLE.word());
      return Answer.redirect(ask.answeredWith(code));
    } catch (Ask.Refused refused) {
      return refusal(refused);
    }
  }

  private String page(Map<String, String> query) {
    StringBuilder hidden = new StringBuilder();
    for (String field : Ask.FIELDS) {
      if (query.containsKey(field)) {
        hidden
            .append("<input type=\"hidden\" name=\"")
            .append(field)
            .append("\" value=\"")
            .append(Html.escaped(query.get(field)))
            .append("\">\n");
      }
    }
    StringBuilder accounts = new StringBuilder();
    for (Account account : world.accounts()) {
      if (account.platform() == Platform.GOOGLE) {
        accounts.append("<li>").append(Html.escaped(account.name())).append("</li>\n");
      }
    }
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Sandbox: let an application in</title>
    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}
    button{font:inherit;padding:.5rem 1.5rem}</style></head>
    <body>
    <h1>Let this application see your Google Ads accounts?</h1>
    <p>This is the sandbox's consent screen, not Google's. The application will reach:</p>
    <ul>
    %s</ul>
    <form method="post" action="%s">
    %s<button type="submit">Allow</button>
    </form>
    </body>
    </html>
    """
        .formatted(accounts, PATH, hidden);
  }

  private static Answer refusal(Ask.Refused refused) {
    return Answer.html(
        400,
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Error 400: %s</title></head>
        <body><h1>Access blocked</h1><p>Error 400: %s. %s</p></body>
        </html>
        """
            .formatted(
                refused.code(),
                refused.code(),
                Html.escaped(String.valueOf(refused.getMessage()))));
  }
}
