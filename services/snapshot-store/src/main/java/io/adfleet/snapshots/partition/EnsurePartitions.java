package io.adfleet.snapshots.partition;

import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the partitions that are missing; those known to exist cost nothing. What retention may have
 * dropped, here or in another replica, is asked for each time.
 */
@ApplicationScoped
public class EnsurePartitions {

  private final Feed feed;
  private final PartitionStore store;
  private final Clock clock;
  private final Set<Partition> known = ConcurrentHashMap.newKeySet();

  EnsurePartitions(Feed feed, PartitionStore store, Clock clock) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
  }

  /** Each missing one is made, and committed, on its own. */
  public Uni<Void> ensure(Collection<Partition> partitions) {
    return ensure(feed.pool(), partitions).invoke(() -> known.addAll(partitions));
  }

  /** The same inside a transaction: they exist when it commits, so they are not remembered. */
  public Uni<Void> ensure(SqlClient client, Collection<Partition> partitions) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Partition> missing =
        partitions.stream()
            .distinct()
            .filter(p -> !known.contains(p) || p.mayBeDropped(today))
            .toList();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Partition partition : missing) {
      all = all.chain(() -> store.ensure(client, partition));
    }
    return all;
  }
}
