package io.adfleet.meta.provider;

import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stops asking before Meta does: once nearly all of a limit is used, nothing more is asked until it
 * is regained. Every answer says how much is used, so each replica knows by itself; the pause that
 * follows from a refusal here is everyone's.
 */
@ApplicationScoped
class Usage {

  private static final int NEARLY_ALL = 95;

  /** The app's own limit grows with everyone who uses it: it is only left alone when it is met. */
  private static final int ALL = 100;

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final String EVERYONE = "*";

  private final Clock clock;
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  Usage(Clock clock) {
    this.clock = clock;
  }

  /** Refuses to ask about an account that is to be left alone. */
  void check(String account) {
    refuse(EVERYONE, true);
    refuse(account, false);
  }

  /** What an answer about an account said. */
  void heard(String account, Load load) {
    Duration wait =
        load.regain() == null || load.regain().compareTo(LEAST) < 0 ? LEAST : load.regain();
    if (load.account() >= NEARLY_ALL) {
      until.put(account, clock.instant().plus(wait));
    }
    if (load.app() >= ALL) {
      until.put(EVERYONE, clock.instant().plus(LEAST));
    }
  }

  private void refuse(String scope, boolean everyone) {
    Duration left = left(scope);
    if (left != null) {
      throw new PlatformException(
          new Failure(
              FailureKind.RATE_LIMITED,
              everyone ? "usage.app" : "usage.account",
              Failures.WAIT,
              left,
              everyone));
    }
  }

  private @Nullable Duration left(String scope) {
    Instant end = until.get(scope);
    if (end == null) {
      return null;
    }
    Duration left = Duration.between(clock.instant(), end);
    if (left.isPositive()) {
      return left;
    }
    until.remove(scope, end);
    return null;
  }
}
