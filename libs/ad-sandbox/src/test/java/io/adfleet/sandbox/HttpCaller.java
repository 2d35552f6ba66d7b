package io.adfleet.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.store.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Someone with a browser and someone with curl. */
final class HttpCaller {

  static final String REDIRECT = "http://127.0.0.1:9/oauth/google/callback";
  static final String META_REDIRECT = "http://127.0.0.1:9/oauth/meta/callback";
  static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-in-all";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  HttpCaller(Sandbox sandbox) {
    this.base = "http://127.0.0.1:" + sandbox.httpPort();
  }

  String address(String path) {
    return base + path;
  }

  HttpResponse<String> send(String method, String path, String body) {
    boolean form = body.matches("(?s)[a-z_]+=.*");
    return send(
        method, path, body, form ? "application/x-www-form-urlencoded" : "application/json");
  }

  HttpResponse<String> send(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String method, String path, String body) {
    return json(send(method, path, body));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JsonFile.JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(response.body(), e);
    }
  }

  /** The query of a consent page; pairs override or add parameters. */
  static Map<String, String> ask(String... pairs) {
    Map<String, String> ask =
        new TreeMap<>(
            Map.of(
                "client_id", "adfleet-local",
                "redirect_uri", REDIRECT,
                "response_type", "code",
                "scope", "https://www.googleapis.com/auth/adwords",
                "access_type", "offline",
                "state", "st&te",
                "code_challenge", challenge(),
                "code_challenge_method", "S256"));
    for (int i = 0; i < pairs.length; i += 2) {
      ask.put(pairs[i], pairs[i + 1]);
    }
    return ask;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Presses Allow and comes back with the code. */
  String code(Map<String, String> ask) {
    return codeOf(send("POST", "/o/oauth2/v2/auth", form(ask)));
  }

  private static String codeOf(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("location").orElseThrow();
    return Arrays.stream(URI.create(location).getQuery().split("&"))
        .filter(pair -> pair.startsWith("code="))
        .map(pair -> pair.substring(5))
        .findFirst()
        .orElseThrow();
  }

  /** The query of Meta's dialog; pairs override or add parameters. */
  static Map<String, String> metaAsk(String... pairs) {
    Map<String, String> ask =
        new TreeMap<>(
            Map.of(
                "client_id", "adfleet-local",
                "redirect_uri", META_REDIRECT,
                "response_type", "code",
                "scope", "ads_read,business_management",
                "state", "st&te"));
    for (int i = 0; i < pairs.length; i += 2) {
      ask.put(pairs[i], pairs[i + 1]);
    }
    return ask;
  }

  /** Presses Allow at Meta and exchanges the code, with more fields than the usual ones. */
  HttpResponse<String> metaLogin(Map<String, String> ask, Map<String, String> more) {
    String code = codeOf(send("POST", "/v24.0/dialog/oauth", form(ask)));
    Map<String, String> fields = new TreeMap<>(more);
    fields.putIfAbsent("client_id", "adfleet-local");
    fields.putIfAbsent("client_secret", "adfleet-local-secret");
    fields.putIfAbsent("redirect_uri", META_REDIRECT);
    fields.put("code", code);
    return send("GET", "/v24.0/oauth/access_token?" + form(fields), "");
  }

  /** Consents at Meta anew and returns the token. */
  String metaToken() {
    return json(metaLogin(metaAsk(), Map.of())).get("access_token").asText();
  }

  HttpResponse<String> redeem(String code) {
    return token(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", REDIRECT,
            "code_verifier", VERIFIER));
  }

  HttpResponse<String> token(Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.putIfAbsent("client_id", "adfleet-local");
    all.putIfAbsent("client_secret", "adfleet-local-secret");
    return send("POST", "/token", form(all));
  }

  /** Consents anew and returns the refresh token. */
  String refreshToken() {
    return json(redeem(code(ask("prompt", "consent")))).get("refresh_token").asText();
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
