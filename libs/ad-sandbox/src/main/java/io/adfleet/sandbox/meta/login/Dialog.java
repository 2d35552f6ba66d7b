package io.adfleet.sandbox.meta.login;

import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.oauth.Codes;
import io.adfleet.sandbox.oauth.ConsentPage;
import io.adfleet.sandbox.oauth.OAuthClient;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.Platform;
import io.adfleet.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code dialog/oauth}: the screen on which a person lets an application in. */
final class Dialog {

  private final World world;
  private final OAuthClient app;
  private final Codes<DialogAsk> codes;
  private final Faults faults;

  Dialog(World world, OAuthClient app, Codes<DialogAsk> codes, Faults faults) {
    this.world = world;
    this.app = app;
    this.codes = codes;
    this.faults = faults;
  }

  Answer answer(Request request) {
    boolean decided = request.method().equals("POST");
    Map<String, String> fields = new LinkedHashMap<>(request.query());
    if (decided) {
      fields.putAll(request.form());
    }
    try {
      DialogAsk ask = DialogAsk.of(fields, app);
      if (!decided) {
        ConsentPage page = new ConsentPage(world, Platform.META, "Meta ad", request.path());
        return Answer.html(200, page.asking(fields, DialogAsk.FIELDS));
      }
      if (fields.containsKey(ConsentPage.DENY)) {
        return Answer.redirect(ask.denied());
      }
      String code = codes.issue(ask);
      faults.consented(Platform.META.word());
      return Answer.redirect(ask.answeredWith(code));
    } catch (DialogAsk.Refused refused) {
      return Answer.html(
          400, ConsentPage.blocked(refused.code(), String.valueOf(refused.getMessage())));
    }
  }
}
