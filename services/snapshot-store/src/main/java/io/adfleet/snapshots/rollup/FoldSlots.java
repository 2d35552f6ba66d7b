package io.adfleet.snapshots.rollup;

import io.adfleet.defaults.Feed;
import io.adfleet.snapshots.partition.EnsurePartitions;
import io.adfleet.snapshots.partition.Partition;
import io.adfleet.snapshots.partition.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/** Folds what is due and drops what is past keeping. Doing it again changes nothing. */
@ApplicationScoped
class FoldSlots {

  private static final Logger LOG = Logger.getLogger(FoldSlots.class);

  /** In every zone on earth 01:00 of the day after the next has passed by then. */
  private static final int DAYS_UNTIL_FOLDED_EVERYWHERE = 4;

  private static final int DAYS_HOURS_ARE_KEPT = 100;

  private final Feed feed;
  private final FoldStore store;
  private final EnsurePartitions partitions;
  private final Retention retention;

  FoldSlots(Feed feed, FoldStore store, EnsurePartitions partitions, Retention retention) {
    this.feed = feed;
    this.store = store;
    this.partitions = partitions;
    this.retention = retention;
  }

  Uni<Void> fold(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return retention
        .daysOf("slot")
        .chain(days -> fold(days.stream().filter(d -> d.isBefore(today)).toList(), now))
        .chain(() -> drop(today));
  }

  private Uni<Void> fold(List<LocalDate> days, Instant now) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (LocalDate day : days) {
      all =
          all.chain(() -> partitions.ensure(List.of(Partition.foldedSlotsOf(day))))
              .chain(() -> feed.inTransaction(connection -> fold(connection, day, now)))
              .invoke(folded -> {
                if (folded > 0) {
                  LOG.infof("Folded %d hours of %s", folded, day);
                }
              })
              .replaceWithVoid();
    }
    return all;
  }

  /** One replica folds; the others find it done. */
  private Uni<Integer> fold(SqlConnection connection, LocalDate day, Instant now) {
    return store
        .alone(connection)
        .chain(alone -> alone ? store.fold(connection, day, now) : Uni.createFrom().item(0));
  }

  private Uni<Boolean> isFolded(SqlConnection connection, LocalDate day) {
    return store
        .alone(connection)
        .chain(alone ->
            alone ? store.isFolded(connection, day) : Uni.createFrom().item(Boolean.FALSE));
  }

  private Uni<Void> drop(LocalDate today) {
    LocalDate folded = today.minusDays(DAYS_UNTIL_FOLDED_EVERYWHERE);
    LocalDate kept = today.minusDays(DAYS_HOURS_ARE_KEPT);
    return retention
        .daysOf("slot")
        .chain(days -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (LocalDate day : days) {
            if (!day.isAfter(folded)) {
              all =
                  all.chain(() -> feed.inTransaction(connection -> isFolded(connection, day)))
                      .chain(done ->
                          done
                              ? retention.drop(Partition.slotsOf(day))
                              : Uni.createFrom().voidItem());
            }
          }
          return all;
        })
        .chain(() -> retention.dropBefore("slot_hour", kept))
        .chain(() -> retention.dropBefore("hour", kept.minusMonths(1)));
  }
}
