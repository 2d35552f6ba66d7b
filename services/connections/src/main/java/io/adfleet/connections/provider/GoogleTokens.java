package io.adfleet.connections.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.contracts.Json;
import io.adfleet.defaults.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Google's OAuth token endpoints. */
final class GoogleTokens {

  private final ConnectionsConfig.Google google;
  private final Clock clock;
  private final HttpClient http;

  GoogleTokens(ConnectionsConfig.Google google, Clock clock) {
    this.google = google;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(google.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Grant exchange(String code, String codeVerifier, String redirectUri) {
    Map<String, String> form = client();
    form.put("code", code);
    form.put("code_verifier", codeVerifier);
    form.put("redirect_uri", redirectUri);
    form.put("grant_type", "authorization_code");
    return grant(post(google.tokenUrl(), form));
  }

  Grant refresh(String refreshToken) {
    Map<String, String> form = client();
    form.put("refresh_token", refreshToken);
    form.put("grant_type", "refresh_token");
    return grant(post(google.tokenUrl(), form));
  }

  /** A token Google doesn't know any more counts as revoked. */
  void revoke(String refreshToken) {
    try {
      post(google.revokeUrl(), new LinkedHashMap<>(Map.of("token", refreshToken)));
    } catch (PlatformRefusal refusal) {
      if (refusal.kind() == PlatformRefusal.Kind.UNAVAILABLE) {
        throw refusal;
      }
    }
  }

  private Map<String, String> client() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", google.clientId().orElse(""));
    form.put("client_secret", google.clientSecret().orElse(""));
    return form;
  }

  private Grant grant(JsonNode answer) {
    String accessToken = answer.path("access_token").asText("");
    if (accessToken.isEmpty()) {
      throw new PlatformRefusal(
          PlatformRefusal.Kind.UNAVAILABLE, "the token endpoint answered without a token");
    }
    String refreshToken = answer.path("refresh_token").asText("");
    return new Grant(
        accessToken,
        clock.instant().plusSeconds(answer.path("expires_in").asLong(3599)),
        refreshToken.isEmpty() ? null : refreshToken,
        Set.of(answer.path("scope").asText("").trim().split("\\s+")));
  }

  private JsonNode post(URI door, Map<String, String> fields) {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(google.answerTimeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Forms.of(fields)))
            .build();
    try {
      HttpResponse<byte[]> response =
          Answers.whole(
              http, request, HttpResponse.BodyHandlers.ofByteArray(), google.answerTimeout());
      if (response.statusCode() / 100 == 2) {
        return response.body().length == 0
            ? Json.mapper().createObjectNode()
            : Json.mapper().readTree(response.body());
      }
      throw refusal(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new PlatformRefusal(
          PlatformRefusal.Kind.UNAVAILABLE,
          "no answer from " + door.getHost() + ": " + e.getClass());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformRefusal(PlatformRefusal.Kind.UNAVAILABLE, "interrupted");
    }
  }

  private static PlatformRefusal refusal(int status, byte[] body) {
    String error = errorOf(body);
    if (status == 429 || status / 100 == 5) {
      return new PlatformRefusal(
          PlatformRefusal.Kind.UNAVAILABLE, "the token endpoint answered " + status);
    }
    return new PlatformRefusal(
        error.equals("invalid_grant") ? PlatformRefusal.Kind.REVOKED : PlatformRefusal.Kind.REFUSED,
        "the token endpoint answered " + status + " " + error);
  }

  /** The error's name, cut to what OAuth allows, so that nothing else can be carried along. */
  private static String errorOf(byte[] body) {
    try {
      JsonNode answer = Json.mapper().readTree(body);
      String error = answer == null ? "" : answer.path("error").asText("");
      return error.matches("[a-z_]{1,40}") ? error : "";
    } catch (IOException e) {
      return "";
    }
  }
}
