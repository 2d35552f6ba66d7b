package io.adfleet.snapshots.reading;

import io.adfleet.defaults.Feed;
import io.adfleet.snapshots.partition.EnsurePartitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records a poll in one transaction and tells what then stands for each of its keys. Recording a
 * poll again changes nothing and tells the same or what replaced it since.
 */
@ApplicationScoped
class RecordReadings {

  private final Feed feed;
  private final EnsurePartitions partitions;
  private final ApplyReadings readings;
  private final HourStore hours;
  private final CloseSlices slices;
  private final CoverageStore coverage;

  RecordReadings(
      Feed feed,
      EnsurePartitions partitions,
      ApplyReadings readings,
      HourStore hours,
      CloseSlices slices,
      CoverageStore coverage) {
    this.feed = feed;
    this.partitions = partitions;
    this.readings = readings;
    this.hours = hours;
    this.slices = slices;
    this.coverage = coverage;
  }

  Uni<Said> record(Poll poll, Instant now) {
    Said said = new Said();
    if (poll.isEmpty()) {
      return Uni.createFrom().item(said);
    }
    return partitions
        .ensure(poll.partitions())
        .chain(() -> feed.inTransaction(connection -> record(connection, poll, now, said)))
        .replaceWith(said);
  }

  private Uni<Void> record(SqlConnection connection, Poll poll, Instant now, Said said) {
    Uni<Void> all =
        Uni.combine()
            .all()
            .unis(
                readings.apply(connection, poll.courses(), poll.endedSlices(), said),
                hours.apply(connection, poll.hours()))
            .discardItems();
    List<List<Manifest>> rounds = poll.rounds();
    for (List<Manifest> round : rounds) {
      all = all.chain(() -> slices.close(connection, round, now, said));
    }
    return all.chain(() -> sayCoverage(connection, rounds, said));
  }

  /** Every slice a manifest was heard of, once, as it stands after the last of them. */
  private Uni<Void> sayCoverage(SqlConnection connection, List<List<Manifest>> rounds, Said said) {
    Map<SliceKey, @Nullable String> traces = new LinkedHashMap<>();
    rounds.forEach(round -> round.forEach(m -> traces.put(m.slice(), m.trace())));
    return coverage
        .standing(connection, traces.keySet())
        .invoke(standing ->
            standing.forEach((slice, covered) -> said.coverage(covered, traces.get(slice))))
        .replaceWithVoid();
  }
}
