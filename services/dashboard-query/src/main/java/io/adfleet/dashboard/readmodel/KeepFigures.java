package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Newest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Keeps a poll of entity days and recomputes the sums it touched, in one transaction. */
@ApplicationScoped
class KeepFigures {

  private static final Comparator<EntityDay> BY_KEY =
      Comparator.comparing(EntityDay::workspaceId)
          .thenComparing(EntityDay::date)
          .thenComparing(EntityDay::entityId);

  private final Feed feed;
  private final DayStore store;
  private final WeekStore weeks;

  KeepFigures(Feed feed, DayStore store, WeekStore weeks) {
    this.feed = feed;
    this.store = store;
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
    return weeks
        .lock(connection, days.stream().map(EntityDay::accountDate).toList())
        .chain(() -> store.name(connection, days))
        .chain(() -> store.keep(connection, days))
        .chain(touched ->
            touched.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.sum(connection, touched).chain(() -> weeks.sum(connection, touched)));
  }
}
