package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Keeps a poll of closed slices, when their accounts were last read, and the weeks they cover. */
@ApplicationScoped
class KeepCoverage {

  private static final Comparator<ClosedSlice> BY_KEY =
      Comparator.comparing(ClosedSlice::workspaceId)
          .thenComparing(ClosedSlice::report)
          .thenComparing(ClosedSlice::level)
          .thenComparing(ClosedSlice::date)
          .thenComparing(ClosedSlice::accountId);

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
    List<AccountDate> totals =
        slices.stream()
            .filter(ClosedSlice::countsTowardsTotals)
            .map(ClosedSlice::accountDate)
            .toList();
    return feed.inTransaction(connection ->
        weeks
            .lock(connection, totals)
            .chain(() -> store.keep(connection, slices))
            .chain(() -> store.synced(connection, slices))
            .chain(() -> weeks.sum(connection, totals)));
  }
}
