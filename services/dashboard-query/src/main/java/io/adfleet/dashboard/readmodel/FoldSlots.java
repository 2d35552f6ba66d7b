package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Folds the slots of ended dates to local hours and drops what is older than a hundred days. A
 * date's total stays what it was: slots hold totals, and the last one of an hour stands.
 */
@ApplicationScoped
class FoldSlots {

  private final Feed feed;
  private final SlotStore store;
  private final Clock clock;

  FoldSlots(Feed feed, SlotStore store, Clock clock) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
  }

  /** Gives the account dates that were folded. */
  Uni<List<AccountDate>> fold() {
    Instant now = clock.instant();
    return feed.inTransaction(connection ->
        store
            .drop(connection, now)
            .chain(() -> store.fold(connection, now))
            .call(folded ->
                folded.isEmpty() ? Uni.createFrom().voidItem() : store.derive(connection, folded)));
  }
}
