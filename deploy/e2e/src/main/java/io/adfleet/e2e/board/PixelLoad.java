package io.adfleet.e2e.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.e2e.fleet.E2eException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A shop's visitors at the public door, at an even rate until it is closed. A batch that isn't
 * answered, or with 429 or any 5xx, is sent again when the door says so, as a shop does.
 */
final class PixelLoad implements AutoCloseable {

  private static final int BATCH = 20;
  private static final int TOO_MUCH = 429;
  private static final int NOT_TAKEN = 500;
  private static final long SOON = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong sentAgain = new AtomicLong();
  private final CompletableFuture<Void> refused = new CompletableFuture<>();
  private final URI door;
  private final String key;
  private final long begun = System.nanoTime();

  private PixelLoad(URI door, String key) {
    this.door = door;
    this.key = key;
  }

  static PixelLoad start(String gateway, String key, int eventsPerSecond) {
    PixelLoad load = new PixelLoad(URI.create(gateway + "/v1/pixel-events"), key);
    long pause = TimeUnit.SECONDS.toNanos(1) * BATCH / eventsPerSecond;
    load.clock.scheduleAtFixedRate(() -> load.send(load.batch()), 0, pause, TimeUnit.NANOSECONDS);
    return load;
  }

  /**
   * Events stored a second so far; fails if one batch was neither taken whole nor to be sent again.
   */
  double rate() {
    if (refused.isCompletedExceptionally()) {
      throw new E2eException(refused.exceptionNow().getMessage(), refused.exceptionNow());
    }
    return accepted.get() / ((System.nanoTime() - begun) / 1e9);
  }

  /** How many batches had to be sent again so far. */
  long sentAgain() {
    return sentAgain.get();
  }

  private void send(Map<String, Object> batch) {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(batch)))
            .build();
    http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .whenComplete((answer, failure) -> count(batch, answer));
  }

  private Map<String, Object> batch() {
    String now = Clock.systemUTC().instant().toString();
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      events.add(
          Map.of(
              "event_id",
              Ids.next().toString(),
              "type",
              "page_view",
              "occurred_at",
              now,
              "visitor_id",
              "bench-" + i,
              "url",
              "https://shop.example/products/" + i + "?utm_source=google&gclid=bench",
              "consent",
              Map.of("analytics", true)));
    }
    return Map.of("key", key, "events", events);
  }

  private void count(Map<String, Object> batch, @Nullable HttpResponse<String> answer) {
    try {
      if (answer == null || answer.statusCode() == TOO_MUCH || answer.statusCode() >= NOT_TAKEN) {
        again(batch, answer);
        return;
      }
      JsonNode said = Json.mapper().readTree(answer.body());
      // what was stored before its answer was lost comes back as a duplicate
      if (said.path("accepted").asInt() + said.path("duplicates").asInt() != BATCH) {
        throw new E2eException("The pixel door answers " + answer.statusCode() + ": " + said);
      }
      accepted.addAndGet(BATCH);
    } catch (E2eException | IOException e) {
      refused.completeExceptionally(e);
    }
  }

  private void again(Map<String, Object> batch, @Nullable HttpResponse<String> answer) {
    if (!clock.isShutdown()) {
      sentAgain.incrementAndGet();
      long pause =
          answer == null ? SOON : answer.headers().firstValueAsLong("Retry-After").orElse(SOON);
      clock.schedule(() -> send(batch), pause, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    http.close();
  }
}
