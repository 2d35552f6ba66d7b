package io.adfleet.local.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one topic. How far they were said again is what a consumer group has
 * committed, and it commits once the broker has them: none is left out, and after a break some may
 * come twice, which their consumers don't mind.
 */
final class DeadLetters {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final String NOTE = "dead-letter-";

  /** What a letter's key says where the record had none. */
  private static final String NO_KEY = "none";

  private final String topic;
  private final String group;
  private final Map<String, Object> reading;
  private final Map<String, Object> writing;

  /**
   * The letters on a topic.
   *
   * @param topic the dead-letter topic
   * @param group who remembers how far they were said again
   * @param reading how a consumer reaches the broker
   * @param writing how a producer reaches it
   */
  DeadLetters(
      String topic, String group, Map<String, Object> reading, Map<String, Object> writing) {
    this.topic = topic;
    this.group = group;
    this.reading = new HashMap<>(reading);
    this.writing = new HashMap<>(writing);
    this.reading.put("group.id", group);
    this.reading.put("enable.auto.commit", "false");
    this.reading.put("auto.offset.reset", "earliest");
    this.writing.put("acks", "all");
    this.writing.put("enable.idempotence", "true");
    this.writing.put("compression.type", "zstd");
  }

  /** Says those again that are new since the last time, up to the present end; how many. */
  int replay() throws ExecutionException, InterruptedException {
    int said = 0;
    try (KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        List<Future<?>> sent = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(topic, letter.partition());
          if (letter.offset() < ends.get(partition)) {
            sent.add(producer.send(original(letter)));
            done.put(partition, new OffsetAndMetadata(letter.offset() + 1));
          }
        }
        for (Future<?> one : sent) {
          one.get();
        }
        consumer.commitSync(done);
        said += sent.size();
      }
    }
    return said;
  }

  /** The record as it was before it was set aside, for the partition in which it stood. */
  private ProducerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
    RecordHeaders headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(NOTE)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(
        note(letter, "topic"),
        Integer.valueOf(note(letter, "partition")),
        NO_KEY.equals(letter.key()) ? null : letter.key(),
        letter.value(),
        headers);
  }

  private String note(ConsumerRecord<String, byte[]> letter, String name) {
    @Nullable Header header = letter.headers().lastHeader(NOTE + name);
    if (header == null) {
      throw new IllegalStateException(
          "%s, offset %d, doesn't say from which %s it came"
              .formatted(topic, letter.offset(), name));
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
