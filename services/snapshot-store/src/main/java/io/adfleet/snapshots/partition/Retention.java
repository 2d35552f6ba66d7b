package io.adfleet.snapshots.partition;

import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;

/** Drops whole partitions that are past keeping. */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final Feed feed;
  private final PartitionStore store;

  Retention(Feed feed, PartitionStore store) {
    this.feed = feed;
    this.store = store;
  }

  /** The first dates of a table's partitions, oldest first. */
  public Uni<List<LocalDate>> daysOf(String table) {
    return store.daysOf(feed.pool(), table);
  }

  public Uni<Void> drop(Partition partition) {
    return store
        .drop(feed.pool(), partition)
        .invoke(() -> LOG.infof("Dropped %s of %s", partition.table(), partition.first()));
  }

  /** Drops the partitions that begin before a date. */
  public Uni<Void> dropBefore(String table, LocalDate date) {
    return daysOf(table)
        .chain(days -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (LocalDate day : days) {
            if (day.isBefore(date)) {
              all = all.chain(() -> drop(new Partition(table, day)));
            }
          }
          return all;
        });
  }
}
