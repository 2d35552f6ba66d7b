package io.adfleet.ingest.progress;

import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Outbox;
import io.adfleet.messaging.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Says how far jobs are, through the outbox. */
@ApplicationScoped
class ProgressPublisher {

  private final Outbox outbox;

  ProgressPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  Uni<Void> publish(SqlConnection connection, List<Job> jobs, Instant now) {
    return outbox.add(
        connection,
        jobs.stream()
            .map(job -> Outgoing.of(Topic.SYNC_PROGRESS, progress(job, now), job.traceparent()))
            .toList());
  }

  private static SyncProgress progress(Job job, Instant now) {
    return new SyncProgress(
        job.workspaceId(),
        job.accountId(),
        job.id(),
        job.state(),
        job.done(),
        job.of(),
        job.failed(),
        job.failureKind(),
        job.sentence(),
        job.slice(),
        job.retryAt(),
        now,
        job.version());
  }
}
