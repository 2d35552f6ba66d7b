package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a poll of closed slices and when their accounts were last read. A slice covers its date,
 * and the week it is in, once its rows are here; until then it is held back.
 */
@ApplicationScoped
class KeepCoverage {

  private static final Comparator<ClosedSlice> BY_KEY =
      Comparator.comparing(ClosedSlice::workspaceId)
          .thenComparing(ClosedSlice::accountId)
          .thenComparing(ClosedSlice::date)
          .thenComparing(ClosedSlice::report)
          .thenComparing(ClosedSlice::level);

  private final Feed feed;
  private final CoverageStore store;
  private final WeekStore weeks;

  KeepCoverage(Feed feed, CoverageStore store, WeekStore weeks) {
    this.feed = feed;
    this.store = store;
    this.weeks = weeks;
  }

  Uni<Void> keep(List<ClosedSlice> heard) {
    if (heard.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<ClosedSlice> slices = Newest.of(heard, ClosedSlice::key, ClosedSlice::version);
    slices.sort(BY_KEY);
    List<AccountDate> dates = slices.stream().map(ClosedSlice::accountDate).distinct().toList();
    return feed.inTransaction(connection ->
        weeks
            .lock(connection, dates)
            .chain(() -> store.hold(connection, slices))
            .chain(() -> store.synced(connection, slices))
            .chain(() -> store.settle(connection, dates))
            .chain(covered -> weeks.sum(connection, covered)));
  }
}
