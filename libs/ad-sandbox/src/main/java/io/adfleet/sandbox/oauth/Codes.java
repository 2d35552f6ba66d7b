package io.adfleet.sandbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authorization codes: each works once and for ten minutes.
 *
 * @param <A> what was asked for
 */
public final class Codes<A> {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private record Issued<A>(A ask, Instant until) {}

  private final Map<String, Issued<A>> issued = new LinkedHashMap<>();
  private final String prefix;
  private final Clock clock;

  /** Codes that begin with that prefix. */
  public Codes(String prefix, Clock clock) {
    this.prefix = prefix;
    this.clock = clock;
  }

  /** A new code. */
  public synchronized String issue(A ask) {
    Instant now = clock.instant();
    issued.values().removeIf(code -> code.until().isBefore(now));
    String code = prefix + Secrets.random(40);
    issued.put(code, new Issued<>(ask, now.plus(LIFE)));
    return code;
  }

  /** What was asked for with this code, once; null if it never worked or no longer does. */
  public synchronized @Nullable A redeem(String code) {
    Issued<A> found = issued.remove(code);
    return found == null || found.until().isBefore(clock.instant()) ? null : found.ask();
  }
}
