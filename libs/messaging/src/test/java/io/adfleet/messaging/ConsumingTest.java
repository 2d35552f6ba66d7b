package io.adfleet.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;

class ConsumingTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Consuming consuming =
      new Consuming(null, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofNanos(1_000));

  /** More often than the pause between two tries can be doubled. */
  @Test
  void triesAgainUntilItSucceedsHoweverOftenItFails() {
    List<Optional<Instant>> failing = new ArrayList<>();

    consuming
        .poll(
            new ConsumerRecords<>(Map.of(), Map.of()),
            Map.of(),
            decoded -> {
              failing.add(consuming.failingSince());
              return failing.size() <= 200
                  ? Uni.createFrom().failure(new IllegalStateException("away"))
                  : Uni.createFrom().voidItem();
            })
        .await()
        .atMost(Duration.ofSeconds(30));

    assertEquals(201, failing.size());
    assertEquals(Optional.empty(), failing.getFirst());
    assertEquals(Optional.of(NOW), failing.getLast());
    assertTrue(consuming.failingSince().isEmpty());
  }
}
