package io.adfleet.connections.fleet;

import io.adfleet.contracts.Heartbeat;
import io.adfleet.contracts.Types;
import io.adfleet.defaults.Feed;
import io.adfleet.messaging.Consuming;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears which services live. */
@ApplicationScoped
class HeartbeatsConsumer {

  private static final Map<String, Class<?>> TYPES = Map.of(Types.HEARTBEAT, Heartbeat.class);

  private final Consuming consuming;
  private final HeartbeatStore heartbeats;
  private final Feed feed;

  HeartbeatsConsumer(Consuming consuming, HeartbeatStore heartbeats, Feed feed) {
    this.consuming = consuming;
    this.heartbeats = heartbeats;
    this.feed = feed;
  }

  @Incoming("heartbeats")
  Uni<Void> hear(ConsumerRecords<String, byte[]> records) {
    return consuming.poll(
        records,
        TYPES,
        decoded ->
            heartbeats.put(
                feed.pool(),
                newest(
                    decoded.of(Heartbeat.class).stream()
                        .map(heard -> living(heard.body()))
                        .toList())));
  }

  private static List<LivingService> newest(List<LivingService> heard) {
    Map<String, LivingService> newest = new LinkedHashMap<>();
    heard.forEach(one -> newest.put(one.service() + " " + one.instance(), one));
    Collection<LivingService> each = newest.values();
    return List.copyOf(each);
  }

  private static LivingService living(Heartbeat said) {
    return new LivingService(
        said.service(),
        said.instance(),
        said.version(),
        said.port(),
        said.startedAt(),
        said.at(),
        said.ready(),
        said.stopping());
  }
}
