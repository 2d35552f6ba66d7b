package io.adfleet.meta.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UsageTest {

  private final Later clock = new Later();
  private final Usage usage = new Usage(clock);

  @Test
  void asksOnWhileTheLimitIsFar() {
    usage.heard("1", new Load(94, 99, null));

    usage.check("1");
  }

  @Test
  void leavesAnAccountAloneUntilItsLimitIsRegained() {
    usage.heard("1", new Load(96, 10, Duration.ofMinutes(4)));

    Failure failure =
        catchThrowableOfType(PlatformException.class, () -> usage.check("1")).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(4));
    assertThat(failure.everyone()).isFalse();
    usage.check("2");

    clock.now = clock.now.plus(Duration.ofMinutes(4));
    usage.check("1");
  }

  @Test
  void leavesEveryAccountAloneWhereTheAppHasMetItsLimit() {
    usage.heard("1", new Load(0, 100, null));

    assertThatThrownBy(() -> usage.check("2"))
        .isInstanceOfSatisfying(
            PlatformException.class, e -> assertThat(e.failure().everyone()).isTrue());
  }

  private static final class Later extends Clock {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
