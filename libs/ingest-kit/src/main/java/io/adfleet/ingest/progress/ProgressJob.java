package io.adfleet.ingest.progress;

import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Says the steps of running jobs, at most one a second each, and forgets old jobs. */
@ApplicationScoped
class ProgressJob {

  private static final Duration AT_MOST_EVERY = Duration.ofMillis(900);

  private final Feed feed;
  private final JobStore store;
  private final ProgressPublisher publisher;
  private final Clock clock;
  private final ForgetJobs forget;

  ProgressJob(
      Feed feed, JobStore store, ProgressPublisher publisher, Clock clock, ForgetJobs forget) {
    this.feed = feed;
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
    this.forget = forget;
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> sayStepsOnTheWay() {
    return feed.inTransaction(connection ->
        store
            .steps(connection, AT_MOST_EVERY)
            .chain(jobs -> publisher.publish(connection, jobs, clock.instant())));
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> forgetOldJobs() {
    return forget.forget();
  }
}
