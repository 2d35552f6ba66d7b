package io.adfleet.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;

/**
 * Puts a record nobody can handle aside, with its cause and where it stood; counted in {@code
 * adfleet_dead_letters_total}.
 */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final KafkaSender sender;
  private final MeterRegistry meters;

  DeadLetters(KafkaSender sender, MeterRegistry meters) {
    this.sender = sender;
    this.meters = meters;
  }

  /** Completes when the broker has the record on {@code <topic>.dlq}. */
  public Uni<Void> send(ConsumerRecord<String, byte[]> record, Throwable cause) {
    RecordHeaders headers = new RecordHeaders(record.headers());
    Headers.add(
        headers, "dead-letter-cause", cause.getClass().getName() + ": " + cause.getMessage());
    Headers.add(headers, "dead-letter-topic", record.topic());
    Headers.add(headers, "dead-letter-partition", Integer.toString(record.partition()));
    Headers.add(headers, "dead-letter-offset", Long.toString(record.offset()));
    LOG.errorf(
        "Set aside: %s, partition %d, offset %d: %s",
        record.topic(), record.partition(), record.offset(), cause.getMessage());
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            record.topic() + ".dlq",
            null,
            record.key() == null ? "none" : record.key(),
            record.value(),
            headers);
    return sender
        .sendRaw(List.of(letter))
        .invoke(() -> meters.counter("adfleet.dead.letters", "topic", record.topic()).increment());
  }
}
