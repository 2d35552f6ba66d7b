package io.adfleet.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The application's clock in tests: real time until it is set. */
@ApplicationScoped
public class FakeClock extends Clock {

  private volatile @Nullable Instant fixed;

  /** Stops the clock at an instant. */
  public void set(Instant instant) {
    fixed = instant;
  }

  /** Moves a stopped clock. */
  public void advance(Duration by) {
    fixed = instant().plus(by);
  }

  /** Lets real time run again. */
  public void release() {
    fixed = null;
  }

  @Override
  public Instant instant() {
    Instant set = fixed;
    return set == null ? Clock.systemUTC().instant() : set;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
