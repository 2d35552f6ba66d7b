package io.adfleet.messaging;

import io.adfleet.contracts.Types;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The envelope: CloudEvents attributes (Kafka binary mode) and the W3C trace context. */
final class Headers {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String WORKSPACE = "ce_workspace";
  static final String TRACEPARENT = "traceparent";

  private Headers() {}

  static ProducerRecord<String, byte[]> envelope(
      Outgoing said, String topic, int partition, String source, Instant now) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, ID, said.id().toString());
    add(headers, TYPE, said.type());
    add(headers, "ce_source", "/" + source);
    add(headers, "ce_time", now.toString());
    if (said.workspaceId() != null) {
      add(headers, WORKSPACE, said.workspaceId().toString());
    }
    add(headers, "ce_dataschema", Types.schemaOf(said.type()));
    add(headers, "content-type", "application/json");
    if (said.traceparent() != null) {
      add(headers, TRACEPARENT, said.traceparent());
    }
    return new ProducerRecord<>(topic, partition, said.key(), said.value(), headers);
  }

  static void add(org.apache.kafka.common.header.Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
