package io.adfleet.messaging;

import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/** Puts the records of one sending into envelopes; what they share is made once. */
final class Envelopes {

  private final String prefix;
  private final ToIntFunction<String> partitionsOf;
  private final List<Header> ofAll;
  private final Map<String, List<Header>> ofType = new HashMap<>();
  private final Map<Topic, Place> places = new EnumMap<>(Topic.class);

  private record Place(String name, int partitions) {}

  Envelopes(String prefix, String source, Instant now, ToIntFunction<String> partitionsOf) {
    this.prefix = prefix;
    this.partitionsOf = partitionsOf;
    this.ofAll =
        List.of(
            header("ce_specversion", "1.0"),
            header("ce_source", "/" + source),
            header("ce_time", now.toString()),
            header("content-type", "application/json"));
  }

  ProducerRecord<String, byte[]> around(Outgoing said) {
    Place place =
        places.computeIfAbsent(
            said.topic(),
            topic -> {
              String name = prefix + topic.topicName();
              return new Place(name, partitionsOf.applyAsInt(name));
            });
    RecordHeaders headers = new RecordHeaders(ofAll);
    ofType.computeIfAbsent(said.type(), Envelopes::headersOf).forEach(headers::add);
    headers.add(header(Headers.ID, said.id().toString()));
    if (said.workspaceId() != null) {
      headers.add(header(Headers.WORKSPACE, said.workspaceId().toString()));
    }
    if (said.traceparent() != null) {
      headers.add(header(Headers.TRACEPARENT, said.traceparent()));
    }
    return new ProducerRecord<>(
        place.name(), partition(said.order(), place), said.key(), said.value(), headers);
  }

  private static List<Header> headersOf(String type) {
    return List.of(header(Headers.TYPE, type), header("ce_dataschema", Types.schemaOf(type)));
  }

  private static int partition(String order, Place place) {
    return Utils.toPositive(Utils.murmur2(order.getBytes(StandardCharsets.UTF_8)))
        % place.partitions();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
