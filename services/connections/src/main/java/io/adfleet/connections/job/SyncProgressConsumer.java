package io.adfleet.connections.job;

import io.adfleet.connections.connection.FleetHintsPublisher;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.Heard;
import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears how far ingest services are. */
@ApplicationScoped
class SyncProgressConsumer {

  private static final Logger LOG = Logger.getLogger(SyncProgressConsumer.class);
  private static final Map<String, Class<?>> TYPES =
      Map.of(Types.SYNC_PROGRESS, SyncProgress.class);

  private final Consuming consuming;
  private final RecordProgress record;
  private final FleetHintsPublisher hints;

  SyncProgressConsumer(Consuming consuming, RecordProgress record, FleetHintsPublisher hints) {
    this.consuming = consuming;
    this.record = record;
    this.hints = hints;
  }

  @Incoming("sync-progress")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(records, TYPES, decoded -> all(decoded.of(SyncProgress.class)));
  }

  private Uni<Void> all(List<Heard<SyncProgress>> heard) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Heard<SyncProgress> one : heard) {
      Optional<JobState> state = JobState.find(one.body().state());
      if (state.isEmpty()) {
        LOG.errorf("Job %s: state %s is unknown here", one.body().jobId(), one.body().state());
        continue;
      }
      done = done.chain(() -> one(one, state.get()));
    }
    return done;
  }

  private Uni<Void> one(Heard<SyncProgress> heard, JobState state) {
    return record
        .record(progress(heard.body(), state), heard.traceparent())
        .invoke(found ->
            found.ifPresent(job -> {
              hints.jobMoved(job.workspaceId(), job.id());
              if (job.state().ended() || job.failureKind() != null) {
                hints.connectionChanged(job.workspaceId(), job.connectionId());
              }
              if (job.state().ended()) {
                Trace.run(heard.traceparent(), () -> log(job));
              }
            }))
        .replaceWithVoid();
  }

  private static void log(Job job) {
    LOG.infof(
        "Job %s (%s) of account %s in workspace %s %s: %d of %d slices, %d given up%s",
        job.id(),
        job.kind().word(),
        job.accountId(),
        job.workspaceId(),
        job.state().word(),
        job.done(),
        job.of(),
        job.failed(),
        job.failureKind() == null ? "" : ", " + job.failureKind());
  }

  private static Progress progress(SyncProgress said, JobState state) {
    return new Progress(
        said.workspaceId(),
        said.accountId(),
        said.jobId(),
        state,
        said.done(),
        said.of(),
        said.failed(),
        FailureKind.of(said.failureKind()),
        said.sentence(),
        said.slice(),
        said.retryAt(),
        said.at(),
        said.version());
  }
}
