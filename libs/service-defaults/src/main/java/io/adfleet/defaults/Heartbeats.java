package io.adfleet.defaults;

import io.adfleet.contracts.Heartbeat;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import io.adfleet.messaging.Consuming;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says every minute, at start and at the end, that this instance lives and whether it gets on. */
@ApplicationScoped
class Heartbeats {

  private static final Logger LOG = Logger.getLogger(Heartbeats.class);

  private final KafkaSender sender;
  private final Vertx vertx;
  private final Clock clock;
  private final Process process;
  private final Consuming consuming;
  private final Duration every;
  private volatile Instant startedAt = Instant.EPOCH;

  Heartbeats(
      KafkaSender sender,
      Vertx vertx,
      Clock clock,
      Process process,
      Consuming consuming,
      @ConfigProperty(name = "adfleet.heartbeat.every", defaultValue = "PT60S") Duration every) {
    this.sender = sender;
    this.vertx = vertx;
    this.clock = clock;
    this.process = process;
    this.consuming = consuming;
    this.every = every;
  }

  void start(@Observes @Priority(9_000) StartupEvent event) {
    startedAt = clock.instant();
    beat(false);
    vertx.setPeriodic(every.toMillis(), ignored -> beat(false));
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    sender
        .send(java.util.List.of(heartbeat(true)))
        .ifNoItem()
        .after(Duration.ofSeconds(2))
        .fail()
        .onFailure()
        .invoke(failure -> LOG.infof("The last heartbeat was not heard: %s", failure))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  private void beat(boolean stopping) {
    sender.hint(heartbeat(stopping));
  }

  private Outgoing heartbeat(boolean stopping) {
    Heartbeat heartbeat =
        new Heartbeat(
            process.service(),
            process.instance(),
            process.version(),
            process.port(),
            startedAt,
            clock.instant(),
            !stopping && consuming.failingSince().isEmpty(),
            stopping);
    return new Outgoing(
        Ids.next(),
        Topic.HEARTBEAT,
        Topic.HEARTBEAT.keyOf(process.instance()),
        process.instance(),
        null,
        Types.HEARTBEAT,
        Json.bytes(heartbeat),
        null);
  }
}
