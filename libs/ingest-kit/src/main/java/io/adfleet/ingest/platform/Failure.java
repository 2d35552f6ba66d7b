package io.adfleet.ingest.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One failed call.
 *
 * @param code the platform's error code, for logs: {@code QUOTA_ERROR.RESOURCE_EXHAUSTED}
 * @param sentence for the user: what happened and what to do
 * @param retryAfter how long the platform wants us to wait; null where it doesn't say
 * @param everyone whether every account has to wait, not only this one
 */
public record Failure(
    FailureKind kind,
    String code,
    String sentence,
    @Nullable Duration retryAfter,
    boolean everyone) {

  /** A failure that brings no wait. */
  public static Failure of(FailureKind kind, String code, String sentence) {
    return new Failure(kind, code, sentence, null, false);
  }
}
