package io.adfleet.local.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.contracts.Topic;
import io.adfleet.local.Trouble;
import io.adfleet.local.parts.TestParts;
import io.adfleet.local.parts.Topics;
import io.adfleet.local.settings.Folders;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayIT {

  private static final String PREFIX = "replay-it.";
  private static final String TOPIC = PREFIX + Topic.READINGS.topicName();
  private static final byte[] VALUE = {1, 2, 3};

  private static TestParts parts;

  @BeforeAll
  static void start() {
    parts = TestParts.start(Folders.of(System.getenv()).cache(), false);
    try (Admin admin = parts.kafka().admin()) {
      Topics.create(admin, PREFIX);
    }
  }

  @AfterAll
  static void stop() {
    parts.close();
  }

  @Test
  void aLetterGoesBackOnceToWhereItStoodAsItWas() throws Exception {
    setAside("w|a|performance|campaign|2026-11-22", 3);
    setAside("none", 1);
    assertEquals("replayed 2 dead letters of adfleet.ingest.readings.v1", replay());

    List<ConsumerRecord<String, byte[]>> said = said(2);
    ConsumerRecord<String, byte[]> first =
        said.stream().filter(record -> record.partition() == 3).findFirst().orElseThrow();
    assertEquals("w|a|performance|campaign|2026-11-22", first.key());
    assertArrayEquals(VALUE, first.value());
    assertEquals(1, first.headers().toArray().length);
    assertEquals("ce_type", first.headers().toArray()[0].key());
    ConsumerRecord<String, byte[]> second =
        said.stream().filter(record -> record.partition() == 1).findFirst().orElseThrow();
    assertNull(second.key());

    assertTrue(replay().startsWith("There is no dead letter"));
    setAside("w|b|performance|campaign|2026-11-22", 0);
    assertEquals("replayed 1 dead letters of adfleet.ingest.readings.v1", replay());
    assertEquals(3, said(3).size());
  }

  @Test
  void aTopicThatIsNoneIsNamed() {
    assertEquals(Topic.DAILY, ReplayCommand.topic("adfleet.snapshots.daily.v1.dlq"));
    Trouble trouble = assertThrows(Trouble.class, () -> ReplayCommand.topic("readings"));
    assertTrue(String.valueOf(trouble.getMessage()).contains("'readings'"));
    assertThrows(Trouble.class, () -> ReplayCommand.topic(""));
  }

  private static String replay() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    new ReplayCommand(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", parts.kafkaBootstrap(),
                "ADFLEET_TOPICS_PREFIX", PREFIX,
                "TOPIC", Topic.READINGS.topicName()),
            new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  /** As a consumer does that can't handle a record. */
  private static void setAside(@Nullable String key, int partition) throws Exception {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_type", bytes("io.adfleet.reading.v1"));
    headers.add("dead-letter-cause", bytes("IOException: unreadable"));
    headers.add("dead-letter-topic", bytes(TOPIC));
    headers.add("dead-letter-partition", bytes(Integer.toString(partition)));
    headers.add("dead-letter-offset", bytes("17"));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", parts.kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPIC + ".dlq", null, key, VALUE, headers)).get();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> said(int atLeast) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", parts.kafkaBootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(TOPIC, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (all.size() < atLeast && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
