package io.adfleet.connections.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.contracts.Json;
import io.adfleet.defaults.Answers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Meta's Graph API. A token travels in a header, never in an address, together with the proof that
 * it is used by its own app.
 */
final class MetaGraph {

  private static final String VERSION = "v24.0";

  private final ConnectionsConfig.Meta meta;
  private final HttpClient http;

  MetaGraph(ConnectionsConfig.Meta meta) {
    this.meta = meta;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(meta.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  JsonNode get(String path, String token, Map<String, String> query) {
    return send(with(token, path, query).GET());
  }

  JsonNode delete(String path, String token) {
    return send(with(token, path, Map.of()).DELETE());
  }

  /** Without a token. */
  JsonNode post(String path, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(address(path, Map.of()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Forms.of(form))));
  }

  private HttpRequest.Builder with(String token, String path, Map<String, String> query) {
    Map<String, String> all = new LinkedHashMap<>(query);
    meta.appSecret().ifPresent(secret -> all.put("appsecret_proof", proof(secret, token)));
    return HttpRequest.newBuilder(address(path, all)).header("Authorization", "Bearer " + token);
  }

  private URI address(String path, Map<String, String> query) {
    String base = meta.graphUrl().toString().replaceAll("/$", "");
    return URI.create(
        base + "/" + VERSION + "/" + path + (query.isEmpty() ? "" : "?" + Forms.of(query)));
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request =
        builder.timeout(meta.answerTimeout()).header("Accept", "application/json").build();
    try {
      HttpResponse<byte[]> response =
          Answers.whole(http, request, BodyHandlers.ofByteArray(), meta.answerTimeout());
      if (response.statusCode() / 100 != 2) {
        throw MetaRefusals.of(response.statusCode(), response.body());
      }
      return Json.mapper().readTree(response.body());
    } catch (IOException e) {
      throw new PlatformRefusal(
          PlatformRefusal.Kind.UNAVAILABLE,
          "no answer from " + request.uri().getHost() + ": " + e.getClass());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformRefusal(PlatformRefusal.Kind.UNAVAILABLE, "interrupted");
    }
  }

  private static String proof(String secret, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
