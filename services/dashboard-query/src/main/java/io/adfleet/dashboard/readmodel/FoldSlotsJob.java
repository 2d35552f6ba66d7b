package io.adfleet.dashboard.readmodel;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Folds slots every hour, so that each zone's turn comes soon after its one o'clock. */
@ApplicationScoped
class FoldSlotsJob {

  private final FoldSlots foldSlots;

  FoldSlotsJob(FoldSlots foldSlots) {
    this.foldSlots = foldSlots;
  }

  @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> fold() {
    return foldSlots.fold();
  }
}
