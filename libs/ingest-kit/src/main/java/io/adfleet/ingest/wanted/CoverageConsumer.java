package io.adfleet.ingest.wanted;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Types;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.Decoded;
import io.adfleet.messaging.Heard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which slices the snapshot store has closed or refused. */
@ApplicationScoped
class CoverageConsumer {

  private static final Map<String, Class<?>> TYPES = Map.of(Types.COVERAGE, Coverage.class);

  private final Consuming consuming;
  private final SettleSlices settle;
  private final String platform;

  CoverageConsumer(Consuming consuming, SettleSlices settle, IngestConfig config) {
    this.consuming = consuming;
    this.settle = settle;
    this.platform = config.platform();
  }

  @Incoming("coverage")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(records, TYPES, this::settle);
  }

  private Uni<Void> settle(Decoded decoded) {
    List<Covered> closed = new ArrayList<>();
    List<Covered> refused = new ArrayList<>();
    for (Heard<Coverage> heard : decoded.of(Coverage.class)) {
      Coverage coverage = heard.body();
      if (!coverage.platform().equals(platform)) {
        continue;
      }
      if (coverage.closed() != null) {
        closed.add(at(coverage, coverage.closed().version()));
      }
      if (coverage.refused() != null) {
        refused.add(at(coverage, coverage.refused().version()));
      }
    }
    return settle.settle(closed, refused);
  }

  private static Covered at(Coverage coverage, long version) {
    return new Covered(
        coverage.workspaceId(),
        coverage.accountId(),
        coverage.report(),
        coverage.level(),
        coverage.date(),
        version);
  }
}
