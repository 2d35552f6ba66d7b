package io.adfleet.meta;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.testing.TopicProbe;
import java.util.List;
import java.util.function.Predicate;

/** What the service said about one request. */
final class Heard {

  private final SyncRequested request;

  private Heard(SyncRequested request) {
    this.request = request;
  }

  /** Asks the service. */
  static Heard after(SyncRequested request) {
    TopicProbe.send(Topic.SYNC_REQUESTED_META, request);
    return new Heard(request);
  }

  List<SliceClosed> manifests(Topic topic, int count) {
    return TopicProbe.await(
            topic, SliceClosed.class, all -> all.stream().filter(this::ours).count() >= count)
        .stream()
        .filter(this::ours)
        .toList();
  }

  /** The rows that these manifests name. */
  List<Reading> readings(Topic topic, List<SliceClosed> manifests) {
    int rows = manifests.stream().mapToInt(SliceClosed::rows).sum();
    return TopicProbe.await(
            topic, Reading.class, all -> all.stream().filter(this::ours).count() >= rows)
        .stream()
        .filter(this::ours)
        .toList();
  }

  List<Entity> entities(int count) {
    return TopicProbe.await(
            Topic.ENTITIES, Entity.class, all -> all.stream().filter(this::ours).count() >= count)
        .stream()
        .filter(this::ours)
        .toList();
  }

  SyncProgress progress(Predicate<SyncProgress> condition) {
    return TopicProbe.await(
            Topic.SYNC_PROGRESS,
            SyncProgress.class,
            all -> all.stream().anyMatch(p -> ours(p) && condition.test(p)))
        .stream()
        .filter(p -> ours(p) && condition.test(p))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  SyncProgress end() {
    return progress(p -> !p.state().equals("running"));
  }

  /** Says what the snapshot store says of a slice that arrived whole. */
  static void cover(SliceClosed manifest) {
    TopicProbe.send(
        Topic.COVERAGE,
        new Coverage(
            manifest.workspaceId(),
            manifest.accountId(),
            "meta",
            manifest.report(),
            manifest.level(),
            manifest.date(),
            new Coverage.Closed(
                manifest.version(),
                manifest.observedAt(),
                manifest.observedAt(),
                manifest.rows(),
                manifest.sums(),
                manifest.platformTotal()),
            null));
  }

  private boolean ours(SliceClosed manifest) {
    return manifest.workspaceId().equals(request.workspaceId());
  }

  private boolean ours(Reading reading) {
    return reading.workspaceId().equals(request.workspaceId());
  }

  private boolean ours(Entity entity) {
    return entity.workspaceId().equals(request.workspaceId());
  }

  private boolean ours(SyncProgress progress) {
    return progress.jobId().equals(request.jobId());
  }
}
