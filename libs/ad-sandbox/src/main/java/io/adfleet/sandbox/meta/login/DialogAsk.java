package io.adfleet.sandbox.meta.login;

import io.adfleet.sandbox.oauth.OAuthClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks a person at Meta to consent to.
 *
 * @param challenge the SHA-256 of the code verifier, or null if there is none
 */
record DialogAsk(
    String redirectUri, List<String> scopes, String state, @Nullable String challenge) {

  static final List<String> FIELDS =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "config_id",
          "state",
          "code_challenge",
          "code_challenge_method",
          "auth_type");

  private static final List<String> ALL = List.of("ads_read", "ads_management");

  /** A question that Meta would answer with its error page. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, String sentence) {
      super(sentence);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static DialogAsk of(Map<String, String> fields, OAuthClient app) throws Refused {
    if (!app.id().equals(fields.get("client_id"))) {
      throw new Refused("invalid_app_id", "The provided app ID does not look like a valid app ID.");
    }
    String redirect = text(fields, "redirect_uri");
    if (!app.takesBack(redirect)) {
      throw new Refused(
          "url_blocked", "redirect_uri is neither registered nor an address of this machine.");
    }
    if (!List.of("", "code").contains(text(fields, "response_type"))) {
      throw new Refused("unsupported_response_type", "response_type must be code.");
    }
    List<String> scopes =
        Arrays.stream(text(fields, "scope").split("[,\\s]+")).filter(s -> !s.isEmpty()).toList();
    boolean configured = !text(fields, "config_id").isEmpty();
    if (!configured && scopes.stream().noneMatch(ALL::contains)) {
      throw new Refused("invalid_scope", "scope must hold ads_read or ads_management.");
    }
    String challenge = text(fields, "code_challenge");
    if (!challenge.isEmpty()
        && (!"S256".equals(fields.get("code_challenge_method"))
            || !challenge.matches("[A-Za-z0-9_-]{43}"))) {
      throw new Refused(
          "invalid_request", "code_challenge must be a SHA-256 in base64url with method S256.");
    }
    return new DialogAsk(
        redirect,
        configured && scopes.isEmpty() ? ALL : scopes,
        text(fields, "state"),
        challenge.isEmpty() ? null : challenge);
  }

  /** Where the browser goes with a code. */
  String answeredWith(String code) {
    return back("code=" + encoded(code));
  }

  /** Where the browser goes when the person says no. */
  String denied() {
    return back(
        "error=access_denied&error_code=200&error_description=Permissions+error"
            + "&error_reason=user_denied");
  }

  private String back(String with) {
    String address = redirectUri + (redirectUri.contains("?") ? "&" : "?") + with;
    return state.isEmpty() ? address : address + "&state=" + encoded(state);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<String, String> fields, String name) {
    return Objects.requireNonNullElse(fields.get(name), "");
  }
}
