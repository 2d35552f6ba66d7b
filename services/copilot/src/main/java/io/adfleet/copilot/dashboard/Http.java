package io.adfleet.copilot.dashboard;

import io.adfleet.copilot.CopilotConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Posts to our own services, with deadlines. Cancelling ends the exchange at once. */
@ApplicationScoped
class Http {

  private final HttpClient client;
  private final Duration deadline;

  Http(CopilotConfig config) {
    this.deadline = config.dashboard().deadline();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.dashboard().connectTimeout())
            .build();
  }

  Uni<HttpResponse<byte[]>> postJson(URI address, byte[] body, String bearer) {
    return send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .header("authorization", "Bearer " + bearer)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  Uni<HttpResponse<byte[]>> postForm(URI address, Map<String, String> fields) {
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

  private Uni<HttpResponse<byte[]>> send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(deadline).build();
    return Uni.createFrom()
        .emitter(emitter -> {
          CompletableFuture<HttpResponse<byte[]>> exchange =
              client.sendAsync(built, BodyHandlers.ofByteArray());
          // only the future of the client itself ends the exchange, and only by interruption
          emitter.onTermination(() -> exchange.cancel(true));
          exchange.whenComplete((answer, failure) -> {
            if (failure == null) {
              emitter.complete(answer);
            } else {
              emitter.fail(
                  failure instanceof CompletionException && failure.getCause() != null
                      ? failure.getCause()
                      : failure);
            }
          });
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
