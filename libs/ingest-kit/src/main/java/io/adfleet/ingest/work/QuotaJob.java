package io.adfleet.ingest.work;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.quota.Operations;
import io.adfleet.ingest.wanted.WaitingSlices;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says what the autoscaler reads, how many replicas the waiting slices are worth, and stops reading
 * when its share of the day's operations is used up.
 */
@ApplicationScoped
class QuotaJob {

  private final Feed feed;
  private final Operations operations;
  private final WaitingSlices waiting;
  private final Clock clock;
  private final int slicesPerReplica;
  private final AtomicLong slices = new AtomicLong();
  private final AtomicLong replicas = new AtomicLong();

  QuotaJob(
      Feed feed,
      Operations operations,
      WaitingSlices waiting,
      Clock clock,
      MeterRegistry meters,
      IngestConfig config) {
    this.feed = feed;
    this.operations = operations;
    this.waiting = waiting;
    this.clock = clock;
    this.slicesPerReplica = config.quota().slicesPerReplica();
    meters.gauge("adfleet.ingest.waiting.slices", slices);
    meters.gauge("adfleet.ingest.wanted.replicas", replicas);
  }

  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> look() {
    return waiting
        .count()
        .chain(count ->
            operations
                .spent()
                .chain(spent -> {
                  slices.set(count);
                  replicas.set(spent ? 0 : Math.ceilDiv(count, slicesPerReplica));
                  return spent ? stopUntilTomorrow() : Uni.createFrom().voidItem();
                }));
  }

  private Uni<Void> stopUntilTomorrow() {
    Duration wait = Duration.between(clock.instant(), operations.renewed());
    return feed.inTransaction(connection -> waiting.limit(connection, wait, operations.renewed()));
  }
}
