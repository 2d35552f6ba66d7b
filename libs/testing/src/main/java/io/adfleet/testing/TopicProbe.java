package io.adfleet.testing;

import io.adfleet.contracts.Json;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
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
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Says records to the application under test and waits for what it says. */
public final class TopicProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicProbe() {}

  /** Sends contract records as the fleet would: keyed, ordered, enveloped. */
  public static void send(Topic topic, Object... records) {
    send(topic, List.of(records), null);
  }

  /** The same inside a trace. */
  public static void send(Topic topic, List<?> records, @Nullable String traceparent) {
    try (KafkaProducer<String, byte[]> producer = producer()) {
      String name = name(topic);
      int partitions = producer.partitionsFor(name).size();
      for (Object record : records) {
        Outgoing said = Outgoing.of(topic, record, traceparent);
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", bytes(said.type()));
        headers.add("ce_id", bytes(said.id().toString()));
        if (traceparent != null) {
          headers.add("traceparent", bytes(traceparent));
        }
        int partition = Utils.toPositive(Utils.murmur2(bytes(said.order()))) % partitions;
        producer.send(new ProducerRecord<>(name, partition, said.key(), said.value(), headers));
      }
      producer.flush();
    }
  }

  /** Sends a record once more as it is, as a redelivery would. */
  public static void sendAgain(Topic topic, ConsumerRecord<String, byte[]> record) {
    try (KafkaProducer<String, byte[]> producer = producer()) {
      producer.send(
          new ProducerRecord<>(
              name(topic), record.partition(), record.key(), record.value(), record.headers()));
      producer.flush();
    }
  }

  /** Sends bytes nobody can read. */
  public static void sendRaw(Topic topic, String key, @Nullable String type, byte[] value) {
    try (KafkaProducer<String, byte[]> producer = producer()) {
      RecordHeaders headers = new RecordHeaders();
      if (type != null) {
        headers.add("ce_type", bytes(type));
      }
      producer.send(new ProducerRecord<>(name(topic), null, key, value, headers)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a type said so far, once they satisfy the condition. */
  public static <T> List<T> await(Topic topic, Class<T> type, Predicate<List<T>> condition) {
    List<T> found = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> raw =
        awaitRaw(
            name(topic),
            records -> {
              found.clear();
              for (ConsumerRecord<String, byte[]> record : records) {
                if (Types.all().get(type).equals(header(record, "ce_type"))) {
                  found.add(read(record, type));
                }
              }
              return condition.test(found);
            });
    if (raw.isEmpty() && !condition.test(List.of())) {
      throw new AssertionError("nothing was said on " + name(topic));
    }
    return List.copyOf(found);
  }

  /** All records on the dead-letter topic of a topic, once there are enough. */
  public static List<ConsumerRecord<String, byte[]>> awaitDeadLetters(Topic topic, int atLeast) {
    return awaitRaw(
        RealParts.current().topicPrefix() + topic.deadLetterName(), r -> r.size() >= atLeast);
  }

  /** All raw records of a topic, once they satisfy the condition. */
  public static List<ConsumerRecord<String, byte[]>> awaitRecords(
      Topic topic, Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
    return awaitRaw(name(topic), condition);
  }

  /** Returns once a consumer group has worked through all a topic holds now. */
  public static void awaitRead(Topic topic, String group) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      Map<TopicPartition, Long> ends = ends(admin, name(topic));
      String reader = RealParts.current().topicPrefix() + group;
      Awaitility.await(reader + " reads all of " + name(topic))
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> reached(committed(admin, reader), ends));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    int partitions =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(asked).all().get().forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  private static boolean reached(
      Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> {
          OffsetAndMetadata read = committed.get(end.getKey());
          return end.getValue() == 0 || (read != null && read.offset() >= end.getValue());
        });
  }

  /** A header as text. */
  public static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> awaitRaw(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> condition) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!condition.test(all)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(
              "waited in vain on " + topic + "; it holds " + all.size() + " records");
        }
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
      return all;
    }
  }

  private static <T> T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
    try {
      return Json.read(record.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers(), "linger.ms", 5),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static String servers() {
    return RealParts.current().bootstrapServers();
  }

  private static String name(Topic topic) {
    return RealParts.current().topicPrefix() + topic.topicName();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
