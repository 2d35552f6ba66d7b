package io.adfleet.dashboard.readmodel;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Types;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.Heard;
import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears figures, slots and coverage from the snapshot store. */
@ApplicationScoped
class FiguresConsumer {

  private static final Logger LOG = Logger.getLogger(FiguresConsumer.class);

  private final Consuming consuming;
  private final KeepFigures keepFigures;
  private final KeepSlots keepSlots;
  private final KeepCoverage keepCoverage;
  private final FiguresPublisher publisher;

  FiguresConsumer(
      Consuming consuming,
      KeepFigures keepFigures,
      KeepSlots keepSlots,
      KeepCoverage keepCoverage,
      FiguresPublisher publisher) {
    this.consuming = consuming;
    this.keepFigures = keepFigures;
    this.keepSlots = keepSlots;
    this.keepCoverage = keepCoverage;
    this.publisher = publisher;
  }

  @Incoming("daily")
  Uni<Void> hearDaily(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.DAILY, Daily.class),
        decoded -> {
          List<Heard<Daily>> heard = decoded.of(Daily.class);
          return keepFigures
              .keep(heard.stream().map(one -> day(one.body())).toList())
              .invoke(() ->
                  publisher.changed(
                      heard, Daily::workspaceId, Daily::accountId, Daily::observedAt));
        });
  }

  @Incoming("intraday")
  Uni<Void> hearIntraday(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.INTRADAY, Intraday.class),
        decoded -> {
          List<Heard<Intraday>> heard =
              decoded.of(Intraday.class).stream()
                  .filter(one -> one.body().level().equals(Level.CAMPAIGN))
                  .toList();
          return keepSlots
              .keep(heard.stream().map(one -> slot(one.body())).toList())
              .invoke(() ->
                  publisher.changed(
                      heard, Intraday::workspaceId, Intraday::accountId, Intraday::observedAt));
        });
  }

  @Incoming("coverage")
  Uni<Void> hearCoverage(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        Map.of(Types.COVERAGE, Coverage.class),
        decoded -> {
          List<Heard<Coverage>> heard =
              decoded.of(Coverage.class).stream()
                  .filter(one -> one.body().closed() != null)
                  .toList();
          return keepCoverage
              .keep(heard.stream().flatMap(one -> slice(one.body())).toList())
              .invoke(() -> heard.forEach(FiguresConsumer::log))
              .invoke(() ->
                  publisher.changed(
                      heard,
                      Coverage::workspaceId,
                      Coverage::accountId,
                      FiguresConsumer::observedAt));
        });
  }

  private static void log(Heard<Coverage> heard) {
    Coverage coverage = heard.body();
    Coverage.Closed closed = coverage.closed();
    if (closed != null) {
      Trace.run(
          heard.traceparent(),
          () ->
              LOG.infof(
                  "Slice closed: workspace %s, account %s, %s, %s, %s, version %d, %d rows",
                  coverage.workspaceId(),
                  coverage.accountId(),
                  coverage.report(),
                  coverage.level(),
                  coverage.date(),
                  closed.version(),
                  closed.rows()));
    }
  }

  private static java.time.Instant observedAt(Coverage coverage) {
    Coverage.Closed closed = coverage.closed();
    return closed == null ? java.time.Instant.EPOCH : closed.observedAt();
  }

  private static EntityDay day(Daily daily) {
    return new EntityDay(
        daily.workspaceId(),
        daily.accountId(),
        daily.platform(),
        daily.level(),
        daily.entityId(),
        daily.externalId(),
        daily.date(),
        daily.version(),
        daily.currency(),
        daily.absent(),
        sums(daily.figures()));
  }

  private static CampaignSlot slot(Intraday intraday) {
    return new CampaignSlot(
        intraday.workspaceId(),
        intraday.accountId(),
        intraday.date(),
        intraday.entityId(),
        intraday.slot(),
        intraday.source().equals(Intraday.SOURCE_HOURS),
        intraday.version(),
        sums(intraday.figures()));
  }

  private static Stream<ClosedSlice> slice(Coverage coverage) {
    Coverage.Closed closed = coverage.closed();
    if (closed == null) {
      return Stream.empty();
    }
    Figures total = closed.platformTotal();
    return Stream.of(
        new ClosedSlice(
            coverage.workspaceId(),
            coverage.accountId(),
            coverage.report(),
            coverage.level(),
            coverage.date(),
            closed.version(),
            closed.observedAt(),
            closed.closedAt(),
            closed.rows(),
            sums(closed.sums()),
            total == null ? null : sums(total)));
  }

  private static Sums sums(Figures figures) {
    return new Sums(
        figures.spend(),
        figures.impressions(),
        figures.clicks(),
        figures.conversions(),
        figures.conversionValue());
  }
}
