package io.adfleet.snapshots.reading;

import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.DeadLetters;
import io.adfleet.messaging.Decoded;
import io.adfleet.messaging.Heard;
import io.adfleet.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears readings and manifests, records each poll, says what then stands, and only then lets the
 * poll be acknowledged.
 */
@ApplicationScoped
class ReadingsConsumer {

  private static final Logger LOG = Logger.getLogger(ReadingsConsumer.class);
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          Types.READING, io.adfleet.contracts.Reading.class, Types.SLICE_CLOSED, SliceClosed.class);

  private final Consuming consuming;
  private final DeadLetters deadLetters;
  private final RecordReadings readings;
  private final SnapshotsPublisher publisher;
  private final ReadingMetrics metrics;
  private final Clock clock;

  ReadingsConsumer(
      Consuming consuming,
      DeadLetters deadLetters,
      RecordReadings readings,
      SnapshotsPublisher publisher,
      ReadingMetrics metrics,
      Clock clock) {
    this.consuming = consuming;
    this.deadLetters = deadLetters;
    this.readings = readings;
    this.publisher = publisher;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Incoming("readings")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(records, TYPES, decoded -> record(records, decoded));
  }

  @Incoming("readings-backfill")
  Uni<Void> hearBackfill(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(records, TYPES, decoded -> record(records, decoded));
  }

  private Uni<Void> record(ConsumerRecords<String, byte[]> records, Decoded decoded) {
    Poll poll = new Poll();
    List<Decoded.Bad> refused = new ArrayList<>();
    Conversion conversion = new Conversion();
    for (Heard<?> heard : decoded.good()) {
      try {
        conversion.add(heard, poll);
      } catch (IllegalArgumentException e) {
        refused.add(new Decoded.Bad(find(records, heard), e));
      }
    }
    return readings
        .record(poll, clock.instant())
        .chain(said -> publisher.say(said).invoke(() -> tell(said)))
        .chain(() -> setAside(refused));
  }

  private void tell(Said said) {
    metrics.count(said);
    for (Said.Closing closing : said.closings()) {
      Trace.run(closing.manifest().trace(), () -> log(closing));
    }
  }

  private static void log(Said.Closing closing) {
    Manifest manifest = closing.manifest();
    switch (closing.verdict()) {
      case Manifest.Verdict.Closes() ->
          LOG.infof(
              "Closed %s of version %d with %d rows",
              manifest.slice(), manifest.version(), manifest.rows());
      case Manifest.Verdict.Refused(String reason) ->
          LOG.warnf("Refused %s of version %d: %s", manifest.slice(), manifest.version(), reason);
      case Manifest.Verdict.Late() ->
          LOG.infof(
              "Ignored the manifest of %s, version %d: a newer one is known",
              manifest.slice(), manifest.version());
    }
  }

  private Uni<Void> setAside(List<Decoded.Bad> refused) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Decoded.Bad bad : refused) {
      all = all.chain(() -> deadLetters.send(bad.record(), bad.cause()));
    }
    return all;
  }

  private static ConsumerRecord<String, byte[]> find(
      ConsumerRecords<String, byte[]> records, Heard<?> heard) {
    return records.records(new TopicPartition(heard.topic(), heard.partition())).stream()
        .filter(record -> record.offset() == heard.offset())
        .findFirst()
        .orElseThrow();
  }
}
