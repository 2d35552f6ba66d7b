package io.adfleet.snapshots.partition;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes the partitions of the months ahead, and of the days that are open somewhere on earth. */
@ApplicationScoped
class PartitionJob {

  private static final int MONTHS_AHEAD = 3;
  private static final int DAYS_AHEAD = 3;

  private final EnsurePartitions partitions;
  private final Clock clock;

  PartitionJob(EnsurePartitions partitions, Clock clock) {
    this.partitions = partitions;
    this.clock = clock;
  }

  @Scheduled(every = "{adfleet.snapshots.partitions.every:PT6H}", identity = "partitions")
  Uni<Void> makeAhead() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Partition> ahead = new ArrayList<>();
    for (int month = 0; month <= MONTHS_AHEAD; month++) {
      ahead.add(Partition.figuresOf(today.plusMonths(month)));
      ahead.add(Partition.actionsOf(today.plusMonths(month)));
      ahead.add(Partition.hoursOf(today.plusMonths(month)));
    }
    for (int day = -1; day <= DAYS_AHEAD; day++) {
      ahead.add(Partition.slotsOf(today.plusDays(day)));
    }
    return partitions.ensure(ahead);
  }
}
