package io.adfleet.gateway;

import io.adfleet.defaults.Mode;
import io.adfleet.defaults.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.Stream;

/** Refuses to start with secrets that protect nothing. */
@ApplicationScoped
class StartUp {

  private final GatewayConfig config;
  private final Mode mode;

  StartUp(GatewayConfig config, Mode mode) {
    this.config = config;
    this.mode = mode;
  }

  void check(@Observes @Priority(0) StartupEvent event) {
    boolean production = mode.production();
    Stream.of(
            ProductionSecrets.refuseKey(config.encryptionKey(), production),
            ProductionSecrets.refuseStateSecret(config.stateSecret(), production),
            ProductionSecrets.refuseAddress(config.publicUrl(), production))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(sentence -> {
          throw new StartRefused(sentence);
        });
  }
}
