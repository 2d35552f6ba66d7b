package io.adfleet.e2e.fleet;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Says records of the contract as the services do: the same envelope, partition and compression.
 */
public final class Publisher implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final String prefix;
  private final String now = Instant.now().toString();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * Connects to a broker.
   *
   * @param prefix of the topics' names
   */
  public Publisher(String bootstrap, String prefix) {
    this.prefix = prefix;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 16,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The partition of what must stay in order. */
  public int partition(Topic topic, String order) {
    int partitions = producer.partitionsFor(prefix + topic.topicName()).size();
    return Utils.toPositive(Utils.murmur2(order.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  /** Says one record; {@link #flush} tells whether the broker has it. */
  public void say(Topic topic, int partition, String key, UUID workspace, Object record) {
    String type = Types.of(record);
    Headers headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", Ids.next().toString());
    add(headers, "ce_type", type);
    add(headers, "ce_source", "/e2e");
    add(headers, "ce_time", now);
    add(headers, "ce_workspace", workspace.toString());
    add(headers, "ce_dataschema", Types.schemaOf(type));
    add(headers, "content-type", "application/json");
    producer.send(
        new ProducerRecord<>(
            prefix + topic.topicName(), partition, key, Json.bytes(record), headers),
        (metadata, failed) -> {
          if (failed != null) {
            failure.compareAndSet(null, failed);
          }
        });
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns when the broker has everything said so far. */
  public void flush() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new E2eException("Kafka did not take a record: " + failed.getMessage() + ".", failed);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
