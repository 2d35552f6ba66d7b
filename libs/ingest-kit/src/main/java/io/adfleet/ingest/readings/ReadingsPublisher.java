package io.adfleet.ingest.readings;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.platform.FigureRow;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.Priority;
import io.adfleet.messaging.Chunks;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says readings in chunks, so that memory stays bounded, and manifests after them. */
@ApplicationScoped
class ReadingsPublisher {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final KafkaSender sender;
  private final Counter said;
  private final String platform;

  ReadingsPublisher(KafkaSender sender, MeterRegistry meters, IngestConfig config) {
    this.sender = sender;
    this.platform = config.platform();
    this.said = meters.counter("adfleet.ingest.rows");
  }

  Rows rows(Claim claim, Instant observedAt) {
    return new Rows(claim, observedAt);
  }

  /** Rows of one claim on their way. */
  final class Rows {
    private final Claim claim;
    private final Instant observedAt;
    private final Chunks chunks = sender.chunks(said::increment);

    private Rows(Claim claim, Instant observedAt) {
      this.claim = claim;
      this.observedAt = observedAt;
    }

    void add(Claim.Held slice, FigureRow row) {
      chunks.add(
          Outgoing.of(topic(claim), reading(claim, slice, row, observedAt), slice.traceparent()));
    }

    /** Returns when the broker has all of them. */
    void flush() {
      chunks.flush();
    }
  }

  /** Says the manifest of each slice; also of those without a row. */
  void close(
      Claim claim,
      List<Claim.Held> slices,
      Instant observedAt,
      Map<LocalDate, Tally> tallies,
      @Nullable Map<LocalDate, Figures> totals) {
    List<Outgoing> manifests = new ArrayList<>(slices.size());
    for (Claim.Held slice : slices) {
      Tally tally = tallies.get(slice.date());
      manifests.add(
          Outgoing.of(
              topic(claim),
              new SliceClosed(
                  claim.workspaceId(),
                  claim.accountId(),
                  platform,
                  claim.report(),
                  claim.level(),
                  slice.date(),
                  slice.version(),
                  observedAt,
                  claim.zone(),
                  claim.currency(),
                  tally.rows(),
                  tally.sums(),
                  totals == null ? null : totals.get(slice.date())),
              slice.traceparent()));
    }
    sender.send(manifests).await().atMost(PATIENCE);
  }

  private static Topic topic(Claim claim) {
    return Priority.isBackfill(claim.priority()) ? Topic.READINGS_BACKFILL : Topic.READINGS;
  }

  private Reading reading(Claim claim, Claim.Held slice, FigureRow row, Instant observedAt) {
    Figures figures = row.figures();
    return new Reading(
        claim.workspaceId(),
        claim.accountId(),
        platform,
        claim.report(),
        claim.level(),
        Ids.entityId(
            claim.workspaceId(), platform, claim.externalId(), claim.level(), row.externalId()),
        row.externalId(),
        slice.date(),
        row.hour(),
        observedAt,
        slice.version(),
        claim.zone(),
        claim.currency(),
        figures.spend(),
        figures.impressions(),
        figures.clicks(),
        figures.conversions(),
        figures.conversionValue(),
        row.conversionsByDate(),
        row.conversionValueByDate(),
        row.clicksAll(),
        row.actions());
  }
}
