package io.adfleet.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Topic;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

  private static final FleetChanged CHANGED =
      new FleetChanged(UUID.randomUUID(), FleetChanged.FIGURES, List.of(), Instant.EPOCH);

  private final List<Outgoing> asked = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private boolean answersAtOnce = true;

  private final Chunks chunks =
      new Chunks(
          records -> {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            if (answersAtOnce) {
              answer.complete(null);
            }
            asked.addAll(records);
            sizes.add(records.size());
            answers.add(answer);
            return Uni.createFrom().completionStage(answer);
          },
          arrived::addAndGet);

  @Test
  void everythingIsSentOnceAndInOrder() {
    List<Outgoing> said = IntStream.range(0, 2 * Chunks.SIZE + 7).mapToObj(n -> one()).toList();
    said.forEach(chunks::add);
    chunks.flush();

    assertEquals(said, asked);
    assertEquals(List.of(Chunks.SIZE, Chunks.SIZE, 7), sizes);
    assertEquals(said.size(), arrived.get());
  }

  @Test
  void theNextIsGatheredWhileOneIsOnItsWay() {
    answersAtOnce = false;
    add(2 * Chunks.SIZE - 1);

    assertEquals(List.of(Chunks.SIZE), sizes);
    assertEquals(0, arrived.get());

    answersAtOnce = true;
    answers.getFirst().complete(null);
    add(1);
    assertEquals(List.of(Chunks.SIZE, Chunks.SIZE), sizes);
    assertEquals(Chunks.SIZE, arrived.get());
  }

  @Test
  void afterAFailureNothingFollows() {
    answersAtOnce = false;
    add(Chunks.SIZE);
    IllegalStateException gone = new IllegalStateException("the broker is gone");
    answers.getFirst().completeExceptionally(gone);

    assertSame(gone, assertThrows(IllegalStateException.class, () -> add(Chunks.SIZE)));
    assertSame(gone, assertThrows(IllegalStateException.class, chunks::flush));
    assertEquals(List.of(Chunks.SIZE), sizes);
    assertEquals(0, arrived.get());
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      chunks.add(one());
    }
  }

  private static Outgoing one() {
    return Outgoing.of(Topic.FLEET_CHANGED, CHANGED, null);
  }
}
