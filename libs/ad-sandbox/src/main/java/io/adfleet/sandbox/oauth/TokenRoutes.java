package io.adfleet.sandbox.oauth;

import io.adfleet.sandbox.truth.Calls;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** {@code /token} and {@code /revoke}, answering as Google's token server does. */
public final class TokenRoutes {

  private final OAuthClient client;
  private final Codes<Ask> codes;
  private final Grants grants;
  private final Calls calls;

  public TokenRoutes(OAuthClient client, Codes<Ask> codes, Grants grants, Calls calls) {
    this.client = client;
    this.codes = codes;
    this.grants = grants;
    this.calls = calls;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.on("POST", "/token", this::token)
        .on("POST", "/revoke", this::revoke)
        .on("GET", "/revoke", this::revoke);
  }

  private Answer token(Request request) {
    Map<String, String> form = request.form();
    String type = text(form, "grant_type");
    calls.count("google", "*", "token", type);
    if (!knowsClient(request, form)) {
      return error(401, "invalid_client", "The OAuth client was not found.");
    }
    return switch (type) {
      case "authorization_code" -> byCode(form);
      case "refresh_token" -> byRefreshToken(form);
      default -> error(400, "unsupported_grant_type", "Invalid grant_type: " + type);
    };
  }

  private boolean knowsClient(Request request, Map<String, String> form) {
    String id = text(form, "client_id");
    String secret = text(form, "client_secret");
    String header = request.header("authorization");
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        String[] pair =
            new String(
                    Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8)
                .split(":", 2);
        id = pair[0];
        secret = pair.length > 1 ? pair[1] : "";
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    return Secrets.same(client.id(), id) && Secrets.same(client.secret(), secret);
  }

  private Answer byCode(Map<String, String> form) {
    Ask ask = codes.redeem(text(form, "code"));
    if (ask == null) {
      return error(400, "invalid_grant", "Malformed auth code, or it was used or has expired.");
    }
    if (!ask.redirectUri().equals(text(form, "redirect_uri"))) {
      return error(400, "redirect_uri_mismatch", "Bad Request");
    }
    String verifier = text(form, "code_verifier");
    if (verifier.isEmpty()) {
      return error(400, "invalid_grant", "Missing code verifier.");
    }
    if (!Secrets.same(ask.challenge(), Secrets.challenge(verifier))) {
      return error(400, "invalid_grant", "Invalid code verifier.");
    }
    boolean refresh =
        ask.offline() && (ask.consentAgain() || !grants.holdsRefreshToken(client.id()));
    Grants.Grant grant = grants.grant(client.id(), ask.scope());
    Map<String, Object> answer = access(grant);
    if (refresh) {
      answer.put("refresh_token", grants.refreshToken(grant));
    }
    return Answer.json(200, answer);
  }

  private Answer byRefreshToken(Map<String, String> form) {
    Grants.Grant grant = grants.byRefreshToken(text(form, "refresh_token"));
    return grant == null
        ? error(400, "invalid_grant", "Token has been expired or revoked.")
        : Answer.json(200, access(grant));
  }

  private Map<String, Object> access(Grants.Grant grant) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", grants.accessToken(grant));
    answer.put("expires_in", Grants.LIFE_SECONDS);
    answer.put("scope", grant.scope());
    answer.put("token_type", "Bearer");
    return answer;
  }

  private Answer revoke(Request request) {
    calls.count("google", "*", "revoke", "");
    String token = Objects.requireNonNullElse(request.parameter("token"), "");
    if (token.isEmpty()) {
      token = text(request.form(), "token");
    }
    return grants.revoke(token)
        ? Answer.json(200, Map.of())
        : error(400, "invalid_token", "Token expired or revoked");
  }

  private static Answer error(int status, String code, String description) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("error", code);
    body.put("error_description", description);
    return Answer.json(status, body);
  }

  private static String text(Map<String, String> form, String name) {
    return Objects.requireNonNullElse(form.get(name), "");
  }
}
