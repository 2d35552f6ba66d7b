package io.adfleet.local.verify;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.Topic;
import io.adfleet.local.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The data product as another team reads it: from its start, keeping each key's newest version. */
final class DailyTopic {

  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrap;

  DailyTopic(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** What the topics say now. */
  record Content(
      Map<CampaignDay, Daily> figures, Map<String, Map<LocalDate, Coverage.Closed>> closed) {

    /** How a slice of an account was last closed. */
    Optional<Coverage.Closed> closed(String account, LocalDate date) {
      return Optional.ofNullable(closed.getOrDefault(account, Map.of()).get(date));
    }

    /** A missing key of a covered slice is zero; empty when the slice is not covered. */
    Optional<Figures> figures(CampaignDay day) {
      Daily daily = figures.get(day);
      if (daily != null) {
        return Optional.of(daily.absent() ? Figures.ZERO : daily.figures());
      }
      return closed(day.account(), day.date()).map(closed -> Figures.ZERO);
    }
  }

  /** Reads the campaign rows and coverage of those accounts (by our id). */
  Content read(UUID workspace, Map<String, ConnectedAccount> accountsById) {
    Map<CampaignDay, Daily> newest = new HashMap<>();
    consume(
        Topic.DAILY,
        record -> {
          Daily daily = decode(record, Daily.class);
          ConnectedAccount account = accountsById.get(daily.accountId().toString());
          if (account != null
              && daily.workspaceId().equals(workspace)
              && daily.level().equals(Level.CAMPAIGN)) {
            newest.merge(
                new CampaignDay(account.label(), daily.externalId(), daily.date()),
                daily,
                (a, b) -> b.version() >= a.version() ? b : a);
          }
        });
    Map<String, Map<LocalDate, Coverage.Closed>> closed = new HashMap<>();
    consume(
        Topic.COVERAGE,
        record -> {
          Coverage coverage = decode(record, Coverage.class);
          ConnectedAccount account = accountsById.get(coverage.accountId().toString());
          if (account != null
              && coverage.workspaceId().equals(workspace)
              && coverage.report().equals(Slice.PERFORMANCE)
              && coverage.level().equals(Level.CAMPAIGN)
              && coverage.closed() != null) {
            closed
                .computeIfAbsent(account.label(), id -> new HashMap<>())
                .merge(
                    coverage.date(),
                    coverage.closed(),
                    (a, b) -> b.version() >= a.version() ? b : a);
          }
        });
    return new Content(newest, closed);
  }

  private static <T> T decode(ConsumerRecord<String, byte[]> record, Class<T> type) {
    try {
      return Json.read(record.value(), type);
    } catch (IOException e) {
      throw new Trouble(
          "%s holds an unreadable record at partition %d, offset %d: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }

  private void consume(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (record.value() != null) {
            reader.accept(record);
          }
        }
      }
    }
  }
}
