package io.adfleet.defaults;

import io.adfleet.messaging.Consuming;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Says that a restart may help once a poll has failed for long. It goes on trying all the same, so
 * what nobody restarts heals as soon as the database and the broker are back.
 */
@Liveness
@ApplicationScoped
class ConsumersCheck implements HealthCheck {

  private final Consuming consuming;
  private final Clock clock;
  private final Duration patience;

  ConsumersCheck(
      Consuming consuming,
      Clock clock,
      @ConfigProperty(name = "adfleet.messaging.patience", defaultValue = "PT10M")
          Duration patience) {
    this.consuming = consuming;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Instant> since = consuming.failingSince();
    var answer = HealthCheckResponse.named("consumers");
    since.ifPresent(instant -> answer.withData("failing_since", instant.toString()));
    return answer
        .status(since.filter(at -> at.plus(patience).isBefore(clock.instant())).isEmpty())
        .build();
  }
}
