package io.adfleet.e2e.edges;

import io.adfleet.e2e.fleet.E2eException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests of somebody who has no browser and at most a token. */
final class Web {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Asks; headers are names and values in turn. */
  Answer get(String url, String... headers) {
    return send("GET", url, "", headers);
  }

  Answer post(String url, String body, String... headers) {
    return send("POST", url, body, headers);
  }

  Answer send(String method, String url, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Answer.of(response(request.build()));
  }

  HttpResponse<String> response(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new E2eException(request.uri() + " does not answer: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while waiting for " + request.uri() + ".", e);
    }
  }
}
