package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Many records, sent in chunks: one is on its way while the next is gathered, so memory stays
 * bounded and nobody waits for the broker who could go on reading. Their order is kept. Blocks; for
 * one thread.
 */
public final class Chunks {

  static final int SIZE = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Function<List<Outgoing>, Uni<Void>> send;
  private final IntConsumer sent;
  private List<Outgoing> gathered = new ArrayList<>();
  private CompletableFuture<Void> onItsWay = CompletableFuture.completedFuture(null);
  private int size;

  Chunks(Function<List<Outgoing>, Uni<Void>> send, IntConsumer sent) {
    this.send = send;
    this.sent = sent;
  }

  /** Adds a record; fails if an earlier one could not be delivered. */
  public void add(Outgoing record) {
    gathered.add(record);
    if (gathered.size() == SIZE) {
      send();
    }
  }

  /** Returns when the broker has all of them; fails if it can't have one of them. */
  public void flush() {
    send();
    arrived();
  }

  /** What follows in a partition leaves only when what precedes has arrived. */
  private void send() {
    arrived();
    size = gathered.size();
    onItsWay = send.apply(gathered).subscribeAsCompletionStage();
    gathered = new ArrayList<>(SIZE);
  }

  private void arrived() {
    Uni.createFrom().completionStage(onItsWay).await().atMost(PATIENCE);
    sent.accept(size);
    size = 0;
  }
}
