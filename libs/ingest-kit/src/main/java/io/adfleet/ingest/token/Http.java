package io.adfleet.ingest.token;

import io.adfleet.defaults.Answers;
import io.adfleet.ingest.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Two small posts to our own services; blocking, with deadlines. Redirects are not followed. */
@ApplicationScoped
class Http {

  private final HttpClient client;
  private final Duration deadline;

  Http(IngestConfig config) {
    this.deadline = config.tokens().deadline();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  HttpResponse<byte[]> postJson(URI address, String body, String bearer) {
    return send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .header("authorization", "Bearer " + bearer)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<byte[]> postForm(URI address, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .POST(BodyPublishers.ofString(form)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(deadline).build();
    try {
      return Answers.whole(client, built, BodyHandlers.ofByteArray(), deadline);
    } catch (IOException e) {
      throw AccessTokens.away("http." + built.uri().getPath() + "." + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AccessTokens.away("http.interrupted");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
