package io.adfleet.messaging;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A poll, decoded: what can be handled, in order, and what can't. */
public record Decoded(List<Heard<?>> good, List<Bad> bad) {

  /** A record that can't be read. */
  public record Bad(ConsumerRecord<String, byte[]> record, Exception cause) {}

  /** Those of one record type, in order. */
  public <T> List<Heard<T>> of(Class<T> type) {
    List<Heard<T>> found = new ArrayList<>();
    for (Heard<?> heard : good) {
      if (type.isInstance(heard.body())) {
        found.add(
            new Heard<>(
                type.cast(heard.body()),
                heard.type(),
                heard.id(),
                heard.traceparent(),
                heard.topic(),
                heard.partition(),
                heard.offset()));
      }
    }
    return found;
  }
}
