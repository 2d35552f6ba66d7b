package io.adfleet.messaging;

import io.adfleet.contracts.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** Reads a poll record by record, so that a bad one doesn't take the others with it. */
public final class Incoming {

  private Incoming() {}

  /**
   * Decodes a poll.
   *
   * @param types the record of each {@code ce_type} this consumer understands; records of other
   *     types are bad
   */
  public static Decoded decode(
      ConsumerRecords<String, byte[]> records, Map<String, ? extends Class<?>> types) {
    List<Heard<?>> good = new ArrayList<>(records.count());
    List<Decoded.Bad> bad = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        good.add(decode(record, types));
      } catch (IOException | RuntimeException e) {
        bad.add(new Decoded.Bad(record, e));
      }
    }
    return new Decoded(good, bad);
  }

  private static Heard<?> decode(
      ConsumerRecord<String, byte[]> record, Map<String, ? extends Class<?>> types)
      throws IOException {
    String type = Headers.text(record.headers(), Headers.TYPE);
    Class<?> known = type == null ? null : types.get(type);
    if (type == null || known == null) {
      throw new IOException("no record of a known type: ce_type is " + type);
    }
    if (record.value() == null) {
      throw new IOException("the record has no value");
    }
    return heard(record, type, known);
  }

  private static <T> Heard<T> heard(
      ConsumerRecord<String, byte[]> record, String type, Class<T> known) throws IOException {
    return new Heard<>(
        Json.read(record.value(), known),
        type,
        uuid(Headers.text(record.headers(), Headers.ID)),
        Headers.text(record.headers(), Headers.TRACEPARENT),
        record.topic(),
        record.partition(),
        record.offset());
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
