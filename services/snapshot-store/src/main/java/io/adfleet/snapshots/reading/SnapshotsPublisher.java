package io.adfleet.snapshots.reading;

import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what stands on {@code daily}, {@code intraday} and {@code coverage}. */
@ApplicationScoped
class SnapshotsPublisher {

  private final KafkaSender sender;

  SnapshotsPublisher(KafkaSender sender) {
    this.sender = sender;
  }

  /** Completes when the broker has all of it. Coverage goes last, after the rows it covers. */
  Uni<Void> say(Said said) {
    List<Outgoing> records = new ArrayList<>();
    said.figures().forEach(f -> records.add(Outgoing.of(Topic.DAILY, daily(f.what()), f.trace())));
    said.readingSlots().forEach(s -> records.add(intraday(s, Intraday.SOURCE_READING)));
    said.hourSlots().forEach(s -> records.add(intraday(s, Intraday.SOURCE_HOURS)));
    return sender
        .send(records)
        .chain(() ->
            sender.send(
                said.coverages().stream()
                    .map(c -> Outgoing.of(Topic.COVERAGE, coverage(c.what()), c.trace()))
                    .toList()));
  }

  private static Daily daily(Figure figure) {
    Measures m = figure.measures();
    return new Daily(
        figure.workspace(),
        figure.account(),
        figure.platform(),
        figure.level().word(),
        figure.entity(),
        figure.externalId(),
        figure.date(),
        figure.observedAt(),
        figure.version(),
        figure.currency(),
        figure.absent(),
        m.spend(),
        m.impressions(),
        m.clicks(),
        m.conversions(),
        m.conversionValue(),
        m.conversionsByDate(),
        m.conversionValueByDate());
  }

  private static Outgoing intraday(Slot slot, String source) {
    Measures m = slot.measures();
    return Outgoing.of(
        Topic.INTRADAY,
        new Intraday(
            slot.workspace(),
            slot.account(),
            slot.platform(),
            slot.level().word(),
            slot.entity(),
            slot.day().date(),
            slot.slot(),
            slot.observedAt(),
            slot.version(),
            slot.day().zone().getId(),
            slot.currency(),
            source,
            m.spend(),
            m.impressions(),
            m.clicks(),
            m.conversions(),
            m.conversionValue()),
        slot.trace());
  }

  private static io.adfleet.contracts.Coverage coverage(Coverage coverage) {
    SliceKey slice = coverage.slice();
    return new io.adfleet.contracts.Coverage(
        slice.workspace(),
        slice.account(),
        coverage.platform(),
        slice.report(),
        slice.level(),
        slice.date(),
        closed(coverage.closed()),
        refused(coverage.refused()));
  }

  private static io.adfleet.contracts.Coverage.@Nullable Closed closed(
      Coverage.@Nullable Closed closed) {
    return closed == null
        ? null
        : new io.adfleet.contracts.Coverage.Closed(
            closed.version(),
            closed.observedAt(),
            closed.closedAt(),
            closed.rows(),
            figures(closed.sums()),
            closed.total() == null ? null : figures(closed.total()));
  }

  private static io.adfleet.contracts.Coverage.@Nullable Refused refused(
      Coverage.@Nullable Refused refused) {
    return refused == null
        ? null
        : new io.adfleet.contracts.Coverage.Refused(
            refused.version(), refused.refusedAt(), refused.reason());
  }

  private static Figures figures(Measures m) {
    return new Figures(
        m.spend(), m.impressions(), m.clicks(), m.conversions(), m.conversionValue());
  }
}
