package io.adfleet.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The trace a piece of work belongs to, as a W3C {@code traceparent}. Batch consumers have no span
 * of their own: they run the work of each record inside its trace, so that log lines and what is
 * said carry its id.
 */
public final class Trace {

  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private Trace() {}

  /** The current trace, or null where nothing is traced. */
  public static @Nullable String current() {
    String inside = CURRENT.get();
    if (inside != null) {
      return inside;
    }
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }

  /** The trace id of a traceparent, or null if it is none. */
  public static @Nullable String idOf(@Nullable String traceparent) {
    return traceparent != null && traceparent.length() >= 55 ? traceparent.substring(3, 35) : null;
  }

  /** Runs work inside a trace: log lines carry its ids. The work must not hand over to others. */
  public static void run(@Nullable String traceparent, Runnable work) {
    call(
        traceparent,
        () -> {
          work.run();
          return null;
        });
  }

  /** Runs work inside a trace and gives its result. */
  public static <T extends @Nullable Object> T call(
      @Nullable String traceparent, Supplier<T> work) {
    String id = idOf(traceparent);
    if (traceparent == null || id == null) {
      return work.get();
    }
    String before = CURRENT.get();
    Object traceBefore = MDC.get("traceId");
    Object spanBefore = MDC.get("spanId");
    CURRENT.set(traceparent);
    MDC.put("traceId", id);
    MDC.put("spanId", traceparent.substring(36, 52));
    try {
      return work.get();
    } finally {
      restore("traceId", traceBefore);
      restore("spanId", spanBefore);
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  private static void restore(String key, @Nullable Object value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }
}
