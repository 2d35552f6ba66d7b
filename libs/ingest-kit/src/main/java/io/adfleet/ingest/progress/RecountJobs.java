package io.adfleet.ingest.progress;

import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Counts jobs after their slices changed, in the transaction that changed them. */
@ApplicationScoped
public class RecountJobs {

  private static final Logger LOG = Logger.getLogger(RecountJobs.class);

  private final JobStore store;
  private final ProgressPublisher publisher;
  private final Clock clock;

  RecountJobs(JobStore store, ProgressPublisher publisher, Clock clock) {
    this.store = store;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Counts; a job whose last slice ended ends with it. */
  public Uni<Void> recount(SqlConnection connection, List<JobKey> jobs) {
    if (jobs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .lock(connection, jobs)
        .chain(() -> store.count(connection, jobs, clock.instant()))
        .chain(counted -> end(connection, counted));
  }

  /** Says why a slice was given up, of every slice; the job goes on. */
  public Uni<Void> trouble(SqlConnection connection, List<JobKey> jobs, Trouble trouble) {
    return jobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .trouble(connection, jobs, trouble)
            .chain(met -> publisher.publish(connection, met, clock.instant()));
  }

  /** Notes until when the platform makes jobs wait; they go on by themselves. */
  public Uni<Void> limited(
      SqlConnection connection, List<JobKey> jobs, Trouble trouble, Instant retryAt) {
    return jobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : store.limited(connection, jobs, trouble, retryAt);
  }

  /** Ends jobs that can't go on until someone acts. */
  public Uni<Void> fail(SqlConnection connection, List<JobKey> jobs, Trouble trouble) {
    if (jobs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .lock(connection, jobs)
        .chain(() -> store.fail(connection, jobs, trouble))
        .chain(failed -> say(connection, failed));
  }

  private Uni<Void> end(SqlConnection connection, List<Job> counted) {
    Uni<List<Job>> all = Uni.createFrom().item(new ArrayList<>());
    for (Job job : counted) {
      String outcome = job.outcome();
      if (!outcome.equals(Job.RUNNING)) {
        all =
            all.chain(ended ->
                store.end(connection, job, outcome).invoke(ended::addAll).replaceWith(ended));
      }
    }
    return all.chain(ended -> say(connection, ended));
  }

  private Uni<Void> say(SqlConnection connection, List<Job> ended) {
    for (Job job : ended) {
      Trace.run(
          job.traceparent(),
          () ->
              LOG.infof(
                  "Job %s (%s) of account %s %s: %d of %d slices, %d given up%s",
                  job.id(),
                  job.kind(),
                  job.accountId(),
                  job.state(),
                  job.done(),
                  job.of(),
                  job.failed(),
                  job.failureKind() == null ? "" : ", " + job.failureKind()));
    }
    return publisher.publish(connection, ended, clock.instant());
  }
}
