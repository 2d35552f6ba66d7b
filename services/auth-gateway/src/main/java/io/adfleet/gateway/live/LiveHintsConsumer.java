package io.adfleet.gateway.live;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.Heard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the fleet's hints, in every replica all of them, and passes them to the open pages. */
@ApplicationScoped
class LiveHintsConsumer {

  private static final Map<String, Class<?>> TYPES =
      Map.of(Types.FLEET_CHANGED, FleetChanged.class);

  /** What a page is told; which workspace it knows. */
  private record Hint(String kind, List<UUID> ids, Instant asOf) {}

  private final Consuming consuming;
  private final LiveSockets sockets;

  LiveHintsConsumer(Consuming consuming, LiveSockets sockets) {
    this.consuming = consuming;
    this.sockets = sockets;
  }

  @Incoming("live")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        TYPES,
        decoded -> {
          for (Heard<?> heard : decoded.good()) {
            if (heard.body() instanceof FleetChanged changed) {
              byte[] hint = Json.bytes(new Hint(changed.kind(), changed.ids(), changed.asOf()));
              sockets.say(
                  changed.workspaceId(), changed.kind(), new String(hint, StandardCharsets.UTF_8));
            }
          }
          return Uni.createFrom().voidItem();
        });
  }
}
