package io.adfleet.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the application answered. */
record Answer(int status, Map<String, List<String>> headers, String body) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> OF_THE_MOMENT =
      Set.of("date", "x-trace-id", "ratelimit", "ratelimit-policy", "content-length");

  /** Asks the running application, without a body. */
  static Answer to(Visitor visitor, Endpoint endpoint, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
            .timeout(PATIENCE)
            .method(endpoint.method(), HttpRequest.BodyPublishers.noBody());
    if (endpoint.writes()) {
      request.header("Content-Type", endpoint.consumes());
    }
    visitor.headers().forEach(request::header);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(endpoint.name() + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether it says no in the way every service does. */
  boolean problem(String code) {
    return headers.getOrDefault("content-type", List.of()).stream()
            .anyMatch(type -> type.startsWith("application/problem+json"))
        && body.contains("\"https://adfleet.io/problems/" + code + "\"");
  }

  /** All of it that may not differ between two askers who are to learn nothing. */
  String essence() {
    Map<String, List<String>> said = new TreeMap<>(headers);
    said.keySet().removeAll(OF_THE_MOMENT);
    return status
        + " "
        + said
        + " "
        + body.replaceFirst("\"trace_id\":\"[0-9a-f]{32}\"", "\"trace_id\":\"…\"");
  }
}
