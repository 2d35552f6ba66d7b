package io.adfleet.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The envelope: CloudEvents attributes (Kafka binary mode) and the W3C trace context. */
final class Headers {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String WORKSPACE = "ce_workspace";
  static final String TRACEPARENT = "traceparent";

  private Headers() {}

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
