package io.adfleet.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends records and completes when the broker has every one of them (idempotent, all replicas,
 * zstd). Records of the same order go to the same partition, in the order given.
 */
@ApplicationScoped
public class KafkaSender {

  private static final Logger LOG = Logger.getLogger(KafkaSender.class);

  private final KafkaProducer<String, byte[]> producer;
  private final String prefix;
  private final String source;
  private final Clock clock;

  /**
   * A sender for this process.
   *
   * @param broker what every client of the broker is told: addresses, security
   */
  KafkaSender(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String source,
      @ConfigProperty(name = "adfleet.topics.prefix") Optional<String> prefix,
      Clock clock) {
    this.prefix = prefix.orElse("");
    this.source = source;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            settings(broker, source), new StringSerializer(), new ByteArraySerializer());
  }

  /** What a producer knows of the broker's settings; how it delivers is not left to them. */
  static Map<String, Object> settings(Map<String, Object> broker, String source) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, source);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 16);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
    return settings;
  }

  /** Sends all; fails if one of them can't be delivered, and then none may be taken as said. */
  public Uni<Void> send(List<Outgoing> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return onCaller(() -> {
      Envelopes envelopes =
          new Envelopes(
              prefix, source, clock.instant(), topic -> producer.partitionsFor(topic).size());
      return sendAll(records.stream().map(envelopes::around).toList());
    });
  }

  /**
   * Sends many, in chunks.
   *
   * @param sent is told how many more the broker has
   */
  public Chunks chunks(IntConsumer sent) {
    return new Chunks(this::send, sent);
  }

  /** Sends a hint without waiting for anyone: a failure is logged and forgotten. */
  public void hint(Outgoing hint) {
    send(List.of(hint))
        .subscribe()
        .with(
            sent -> {},
            failure -> LOG.warnf("A hint on %s was lost: %s", hint.topic().topicName(), failure));
  }

  /** Sends records that are already made, for dead letters. */
  Uni<Void> sendRaw(List<ProducerRecord<String, byte[]>> records) {
    return onCaller(() -> sendAll(records));
  }

  /** Sending may block on metadata or a full buffer, so it runs on a worker. */
  private Uni<Void> onCaller(java.util.function.Supplier<CompletableFuture<Void>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Context caller = Vertx.currentContext();
          Uni<Void> sent =
              Uni.createFrom()
                  .deferred(() -> Uni.createFrom().completionStage(work.get()))
                  .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
          return caller == null
              ? sent
              : sent.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
  }

  private CompletableFuture<Void> sendAll(List<ProducerRecord<String, byte[]>> records) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    AtomicInteger left = new AtomicInteger(records.size());
    for (ProducerRecord<String, byte[]> record : records) {
      producer.send(
          record,
          (metadata, failure) -> {
            if (failure != null) {
              done.completeExceptionally(failure);
            } else if (left.decrementAndGet() == 0) {
              done.complete(null);
            }
          });
    }
    return done;
  }

  void stop(@Observes @Priority(10_000) ShutdownEvent event) {
    producer.close(Duration.ofSeconds(5));
  }
}
