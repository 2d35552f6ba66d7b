package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.local.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The public API, asked with an API token. */
public final class Api {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int PAGE = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String url;
  private final String token;

  public Api(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** What a write answered. */
  record Answer(int status, JsonNode body) {}

  /** The answer of a path; anything but success is trouble. */
  public JsonNode get(String path) {
    Answer answer = send(path, request(path).GET());
    if (answer.status() / 100 != 2) {
      throw new Trouble(path + " answers " + answer.status() + ": " + answer.body());
    }
    return answer.body();
  }

  /** All items of a list, page by page. */
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String start = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
    String next = start;
    while (true) {
      JsonNode page = get(next);
      page.path("items").forEach(items::add);
      JsonNode cursor = page.path("next_cursor");
      if (cursor.isNull() || cursor.isMissingNode()) {
        return items;
      }
      next = start + "&cursor=" + URLEncoder.encode(cursor.asText(), StandardCharsets.UTF_8);
    }
  }

  Answer post(String path) {
    return send(path, request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private Answer send(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), Json.mapper().readTree(answer.body()));
    } catch (IOException e) {
      throw new Trouble(url + path + " does not answer: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while asking " + path + ".", e);
    }
  }
}
