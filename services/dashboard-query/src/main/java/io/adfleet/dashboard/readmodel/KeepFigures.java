package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a poll of entity days, covers the dates that waited for them and recomputes the sums it
 * touched, in one transaction.
 */
@ApplicationScoped
class KeepFigures {

  private static final Comparator<EntityDay> BY_KEY =
      Comparator.comparing(EntityDay::workspaceId)
          .thenComparing(EntityDay::date)
          .thenComparing(EntityDay::entityId);

  private final Feed feed;
  private final DayStore store;
  private final CoverageStore coverage;
  private final WeekStore weeks;

  KeepFigures(Feed feed, DayStore store, CoverageStore coverage, WeekStore weeks) {
    this.feed = feed;
    this.store = store;
    this.coverage = coverage;
    this.weeks = weeks;
  }

  Uni<Void> keep(List<EntityDay> heard) {
    if (heard.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<EntityDay> days = Newest.of(heard, EntityDay::key, EntityDay::version);
    days.sort(BY_KEY);
    return feed.inTransaction(connection -> keep(connection, days));
  }

  private Uni<Void> keep(SqlConnection connection, List<EntityDay> days) {
    List<AccountDate> dates = days.stream().map(EntityDay::accountDate).distinct().toList();
    return weeks
        .lock(connection, dates)
        .chain(() -> store.name(connection, days))
        .chain(() -> store.keep(connection, days))
        .call(touched -> store.sum(connection, touched))
        .chain(touched ->
            coverage
                .settle(connection, dates)
                .chain(covered ->
                    weeks.sum(
                        connection,
                        Stream.concat(touched.stream(), covered.stream()).distinct().toList())));
  }
}
