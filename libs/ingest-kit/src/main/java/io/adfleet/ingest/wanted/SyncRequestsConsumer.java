package io.adfleet.ingest.wanted;

import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.DeadLetters;
import io.adfleet.messaging.Heard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what should be read, and acknowledges as soon as it is written down. */
@ApplicationScoped
class SyncRequestsConsumer {

  private static final Map<String, Class<?>> TYPES =
      Map.of(Types.SYNC_REQUESTED, SyncRequested.class);

  private final Consuming consuming;
  private final DeadLetters deadLetters;
  private final AcceptRequest accept;

  SyncRequestsConsumer(Consuming consuming, DeadLetters deadLetters, AcceptRequest accept) {
    this.consuming = consuming;
    this.deadLetters = deadLetters;
    this.accept = accept;
  }

  @Incoming("sync-requests")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        TYPES,
        decoded -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (Heard<SyncRequested> heard : decoded.of(SyncRequested.class)) {
            all = all.chain(() -> one(records, heard));
          }
          return all;
        });
  }

  private Uni<Void> one(ConsumerRecords<String, byte[]> records, Heard<SyncRequested> heard) {
    return Uni.createFrom()
        .deferred(() -> accept.accept(request(heard)))
        .onFailure(IllegalArgumentException.class)
        .recoverWithUni(refused -> deadLetters.send(found(records, heard), refused));
  }

  private static ConsumerRecord<String, byte[]> found(
      ConsumerRecords<String, byte[]> records, Heard<?> heard) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.partition() == heard.partition() && record.offset() == heard.offset()) {
        return record;
      }
    }
    throw new IllegalStateException("a heard record was in its poll");
  }

  private static Request request(Heard<SyncRequested> heard) {
    SyncRequested asked = heard.body();
    return new Request(
        asked.workspaceId(),
        asked.accountId(),
        asked.connectionId(),
        asked.jobId(),
        asked.kind(),
        asked.externalId(),
        asked.currency(),
        asked.zone(),
        asked.loginCustomerId(),
        asked.wanted().stream()
            .map(w -> new Expansion.Range(w.report(), w.level(), w.from(), w.to()))
            .toList(),
        asked.requestedAt(),
        heard.traceparent());
  }
}
