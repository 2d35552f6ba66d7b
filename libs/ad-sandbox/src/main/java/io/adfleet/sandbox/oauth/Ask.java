package io.adfleet.sandbox.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an application asks a person to consent to. */
public record Ask(
    String redirectUri,
    String scope,
    String state,
    String challenge,
    boolean offline,
    boolean consentAgain) {

  static final String ADS_SCOPE = "https://www.googleapis.com/auth/adwords";

  static final List<String> FIELDS =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method",
          "access_type",
          "prompt");

  /** A question that Google would answer with its error page. */
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

  static Ask of(Map<String, String> fields, OAuthClient client) throws Refused {
    if (!client.id().equals(fields.get("client_id"))) {
      throw new Refused("invalid_client", "The OAuth client was not found.");
    }
    String redirect = text(fields, "redirect_uri");
    if (!client.takesBack(redirect)) {
      throw new Refused(
          "redirect_uri_mismatch",
          "redirect_uri is neither registered nor an address of this machine.");
    }
    if (!"code".equals(fields.get("response_type"))) {
      throw new Refused("unsupported_response_type", "response_type must be code.");
    }
    if (!Arrays.asList(text(fields, "scope").split(" ")).contains(ADS_SCOPE)) {
      throw new Refused("invalid_scope", "scope must hold " + ADS_SCOPE + ".");
    }
    if (text(fields, "state").isEmpty()) {
      throw new Refused("invalid_request", "state is missing.");
    }
    if (!"S256".equals(fields.get("code_challenge_method"))
        || !text(fields, "code_challenge").matches("[A-Za-z0-9_-]{43}")) {
      throw new Refused(
          "invalid_request", "code_challenge must be a SHA-256 in base64url with method S256.");
    }
    return new Ask(
        redirect,
        text(fields, "scope"),
        text(fields, "state"),
        text(fields, "code_challenge"),
        "offline".equals(fields.get("access_type")),
        Arrays.asList(text(fields, "prompt").split(" ")).contains("consent"));
  }

  /** Where the browser goes with a code. */
  String answeredWith(String code) {
    return back("state=" + encoded(state) + "&code=" + encoded(code) + "&scope=" + encoded(scope));
  }

  /** Where the browser goes when the person says no. */
  String denied() {
    return back("error=access_denied&state=" + encoded(state));
  }

  private String back(String with) {
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + with;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Map<String, String> fields, String name) {
    return Objects.requireNonNullElse(fields.get(name), "");
  }
}
