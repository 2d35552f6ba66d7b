package io.adfleet.sandbox.meta.login;

import io.adfleet.sandbox.control.Faults;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.oauth.Codes;
import io.adfleet.sandbox.oauth.OAuthClient;
import io.adfleet.sandbox.oauth.Secrets;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.World;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consent and the exchange of codes and tokens, answering as Meta does. */
public final class Login {

  /** The id of the one person who consents. */
  public static final String PERSON = "10220000000000001";

  private final OAuthClient app;
  private final MetaGrants grants;
  private final Codes<DialogAsk> codes;
  private final Dialog dialog;

  public Login(World world, OAuthClient app, MetaGrants grants, Faults faults, Clock clock) {
    this.app = app;
    this.grants = grants;
    this.codes = new Codes<>("AQD", clock);
    this.dialog = new Dialog(world, app, codes, faults);
  }

  /** The consent screen, and where it leads. */
  public Answer dialog(Request request) {
    return dialog.answer(request);
  }

  /** A token for a code, or a longer-lived one for a token. */
  public Map<String, Object> accessToken(GraphCall call) {
    if (!app.id().equals(call.text("client_id"))) {
      throw Failures.login(
          101,
          null,
          "Error validating application. Cannot get application info due to a system error.");
    }
    if (!Secrets.same(app.secret(), call.textOrEmpty("client_secret"))) {
      throw Failures.login(1, null, "Error validating client secret.");
    }
    return switch (call.textOrEmpty("grant_type")) {
      case "", "authorization_code" -> byCode(call);
      case "fb_exchange_token" -> byToken(call);
      case "client_credentials" ->
          Map.of("access_token", app.id() + "|" + app.secret(), "token_type", "bearer");
      default -> throw Failures.parameter("Unsupported grant type.");
    };
  }

  private Map<String, Object> byCode(GraphCall call) {
    if (call.text("code") == null) {
      throw Failures.login(1, null, "Missing authorization code");
    }
    DialogAsk ask = codes.redeem(call.textOrEmpty("code"));
    if (ask == null) {
      throw Failures.login(
          100, 36009, "This authorization code has been used, has expired or never was one.");
    }
    if (!ask.redirectUri().equals(call.text("redirect_uri"))) {
      throw Failures.login(
          100,
          36008,
          "Error validating verification code. Please make sure your redirect_uri is identical to"
              + " the one you used in the OAuth dialog request");
    }
    if (ask.challenge() != null
        && !Secrets.same(ask.challenge(), Secrets.challenge(call.textOrEmpty("code_verifier")))) {
      throw Failures.login(100, 36009, "Invalid code verifier. Code challenge did not match.");
    }
    return token(grants.grant(ask.scopes()), MetaGrants.SHORT);
  }

  private Map<String, Object> byToken(GraphCall call) {
    return token(check(call.text("fb_exchange_token")).grantId(), MetaGrants.LONG);
  }

  private Map<String, Object> token(String grantId, Duration life) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", grants.token(grantId, life));
    answer.put("token_type", "bearer");
    answer.put("expires_in", life.toSeconds());
    return answer;
  }

  /** The token of a call, if it works. */
  public MetaGrants.Standing check(@Nullable String token) {
    MetaGrants.Standing standing = token == null ? null : grants.standing(token);
    if (standing == null) {
      throw Failures.noToken(token == null);
    }
    if (standing.end() == MetaGrants.End.APP_REMOVED) {
      throw Failures.deadToken(458, "The user has not authorized application " + app.id() + ".");
    }
    if (standing.end() == MetaGrants.End.SESSION_ENDED) {
      throw Failures.deadToken(
          460,
          "The session has been invalidated because the user changed their password or Facebook"
              + " has changed the session for security reasons.");
    }
    if (standing.expired()) {
      throw Failures.deadToken(463, "Session has expired on " + standing.expiresAt() + ".");
    }
    return standing;
  }

  /** What a token is, asked with a token of the application or of a person. */
  public Map<String, Object> debugToken(GraphCall call) {
    String asking = call.textOrEmpty("access_token");
    if (!Secrets.same(app.id() + "|" + app.secret(), asking)) {
      check(asking.isEmpty() ? null : asking);
    }
    MetaGrants.Standing standing = grants.standing(call.textOrEmpty("input_token"));
    if (standing == null) {
      return Map.of(
          "data",
          Map.of(
              "is_valid",
              false,
              "scopes",
              List.of(),
              "error",
              Map.of("code", 190, "message", "Invalid OAuth access token.")));
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app_id", app.id());
    data.put("type", "USER");
    data.put("application", "adfleet");
    data.put(
        "data_access_expires_at", standing.issuedAt().plus(Duration.ofDays(90)).getEpochSecond());
    data.put("expires_at", standing.expiresAt().getEpochSecond());
    data.put("is_valid", standing.works());
    data.put("issued_at", standing.issuedAt().getEpochSecond());
    data.put("scopes", standing.scopes());
    data.put("user_id", PERSON);
    return Map.of("data", data);
  }

  /** What the person granted. */
  public Map<String, Object> permissions(MetaGrants.Standing standing) {
    return Map.of(
        "data",
        standing.scopes().stream()
            .map(scope -> Map.of("permission", scope, "status", "granted"))
            .toList());
  }

  /** The person takes everything back, whichever consent it came of. */
  public Map<String, Object> revoke() {
    grants.removeApplication();
    return Map.of("success", true);
  }

  /** The proof that belongs to a token: its HMAC under the application's secret. */
  public void checkProof(String token, String proof) {
    if (!Secrets.same(Proof.of(token, app.secret()), proof)) {
      throw Failures.wrongProof();
    }
  }
}
