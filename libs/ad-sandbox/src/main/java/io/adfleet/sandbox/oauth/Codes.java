package io.adfleet.sandbox.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authorization codes: each works once and for ten minutes. */
public final class Codes {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private record Issued(Ask ask, Instant until) {}

  private final Map<String, Issued> issued = new LinkedHashMap<>();
  private final Grants grants;
  private final Clock clock;

  public Codes(Grants grants, Clock clock) {
    this.grants = grants;
    this.clock = clock;
  }

  synchronized String issue(Ask ask) {
    Instant now = clock.instant();
    issued.values().removeIf(code -> code.until().isBefore(now));
    String code = "4/0A" + grants.secret(40);
    issued.put(code, new Issued(ask, now.plus(LIFE)));
    return code;
  }

  /** What was asked for with this code, once; null if it never worked or no longer does. */
  synchronized @Nullable Ask redeem(String code) {
    Issued found = issued.remove(code);
    return found == null || found.until().isBefore(clock.instant()) ? null : found.ask();
  }
}
