package io.adfleet.connections.schedule;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.connections.Moment;
import io.adfleet.connections.connection.WakeRestedConnections;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The clock that has accounts read. */
@ApplicationScoped
class ScheduleJob {

  private final WakeRestedConnections wake;
  private final AskForDueJobs ask;
  private final int batch;
  private final Clock clock;

  ScheduleJob(
      WakeRestedConnections wake, AskForDueJobs ask, ConnectionsConfig config, Clock clock) {
    this.wake = wake;
    this.ask = ask;
    this.batch = config.schedule().batch();
    this.clock = clock;
  }

  @Scheduled(
      every = "${adfleet.connections.schedule.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    Moment moment = Moment.of(clock);
    return wake.wake(moment).chain(() -> all(moment));
  }

  private Uni<Void> all(Moment moment) {
    return ask.ask(moment)
        .chain(served -> served < batch ? Uni.createFrom().voidItem() : all(moment));
  }
}
