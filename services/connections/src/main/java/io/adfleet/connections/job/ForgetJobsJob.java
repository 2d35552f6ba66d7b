package io.adfleet.connections.job;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps the jobs of every workspace from growing for ever. */
@ApplicationScoped
class ForgetJobsJob {

  private final ForgetJobs forget;
  private final Clock clock;

  ForgetJobsJob(ForgetJobs forget, Clock clock) {
    this.forget = forget;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return forget.forget(clock.instant());
  }
}
