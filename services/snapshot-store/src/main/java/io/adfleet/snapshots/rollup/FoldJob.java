package io.adfleet.snapshots.rollup;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks every half hour whose day before yesterday can be folded. */
@ApplicationScoped
class FoldJob {

  private final FoldSlots slots;
  private final Clock clock;

  FoldJob(FoldSlots slots, Clock clock) {
    this.slots = slots;
    this.clock = clock;
  }

  @Scheduled(
      every = "{adfleet.snapshots.fold.every:PT30M}",
      delayed = "{adfleet.snapshots.fold.delayed:PT1M}",
      identity = "fold",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> fold() {
    return slots.fold(clock.instant());
  }
}
