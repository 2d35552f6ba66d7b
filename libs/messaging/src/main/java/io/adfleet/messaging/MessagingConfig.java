package io.adfleet.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** How this service speaks on Kafka. */
@ConfigMapping(prefix = "adfleet")
public interface MessagingConfig {

  /** Put before every topic's name, so that several fleets or tests share a broker. */
  Topics topics();

  Outbox outbox();

  Messaging messaging();

  /** Topic names. */
  interface Topics {
    Optional<String> prefix();
  }

  /** The outbox relay. */
  interface Outbox {
    /** Whether this service has an outbox table to relay. */
    @WithDefault("false")
    boolean enabled();

    /** Rows relayed in one transaction. */
    @WithDefault("1000")
    int batch();

    /** How long the relay rests when there was nothing to say. */
    @WithDefault("PT0.1S")
    Duration rest();
  }

  /** Retrying. */
  interface Messaging {
    /** How long a poll is retried in place before its channel fails and the instance restarts. */
    @WithDefault("PT10M")
    @WithName("retry-for")
    Duration retryFor();
  }
}
