package io.adfleet.connections;

import io.adfleet.messaging.Trace;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happens, and in which trace.
 *
 * @param trace W3C traceparent; null where nothing is traced
 */
public record Moment(Instant now, @Nullable String trace) {

  /** Now, in the trace of whoever asks. */
  public static Moment of(Clock clock) {
    return new Moment(clock.instant(), Trace.current());
  }
}
