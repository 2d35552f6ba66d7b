package io.adfleet.defaults;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock; {@code adfleet.clock.offset} (ISO 8601 duration) moves it outside production. */
@ApplicationScoped
public class Clocks {

  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock(@ConfigProperty(name = "adfleet.clock.offset") Optional<String> offset, Mode mode) {
    Duration by = offset.filter(o -> !o.isBlank()).map(Clocks::parse).orElse(Duration.ZERO);
    if (by.isZero()) {
      return Clock.systemUTC();
    }
    if (mode.production()) {
      throw new StartRefused(
          "adfleet.clock.offset is set in production mode; remove it or set ADFLEET_MODE=local.");
    }
    return Clock.offset(Clock.systemUTC(), by);
  }

  private static Duration parse(String offset) {
    try {
      return Duration.parse(offset);
    } catch (DateTimeParseException e) {
      throw new StartRefused(
          "adfleet.clock.offset is '" + offset + "'; write an ISO duration such as PT24H.");
    }
  }
}
