package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.partition.EnsurePartitions;
import io.adfleet.snapshots.partition.Partition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps the newest total of each slot and says what then stands in it. */
@ApplicationScoped
class KeepSlots {

  private final SlotStore store;
  private final EnsurePartitions partitions;

  KeepSlots(SlotStore store, EnsurePartitions partitions) {
    this.store = store;
    this.partitions = partitions;
  }

  /**
   * Keeps them inside the poll's transaction.
   *
   * @param made totals to stand where no newer one does
   * @param looked slots to say again as they stand
   */
  Uni<Void> keep(SqlConnection connection, List<Slot> made, List<Slot> looked, Said said) {
    Map<Slot.Key, Slot> newest = new TreeMap<>();
    Map<Slot.Key, Slot> again = new HashMap<>();
    Set<Slot.Key> heardTwice = new HashSet<>();
    Set<Partition> days = new HashSet<>();
    for (Slot slot : made) {
      days.add(Partition.slotsOf(slot.day().date()));
      newest.merge(
          slot.key(),
          slot,
          (a, b) -> {
            heardTwice.add(slot.key());
            return b.version() >= a.version() ? b : a;
          });
    }
    looked.forEach(slot -> again.putIfAbsent(slot.key(), slot));
    return partitions
        .ensure(connection, days)
        .chain(() -> store.apply(connection, newest.values()))
        .chain(applied -> {
          newest.forEach((key, slot) -> {
            Boolean unchanged = applied.get(key);
            if (unchanged == null) {
              again.put(key, slot);
            } else if (!unchanged || heardTwice.contains(key)) {
              said.readingSlot(slot);
            }
          });
          return store.standing(connection, again);
        })
        .invoke(standing -> standing.forEach(said::readingSlot))
        .replaceWithVoid();
  }
}
