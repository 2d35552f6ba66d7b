package io.adfleet.google.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One failed call.
 *
 * @param code the platform's error code, for logs: {@code QUOTA_ERROR.RESOURCE_EXHAUSTED}
 * @param sentence for the user: what happened and what to do
 * @param retryAfter how long the platform wants us to wait; null where it doesn't say
 * @param everyone whether the whole developer token has to wait, not only the account
 */
public record Failure(
    FailureKind kind,
    String code,
    String sentence,
    @Nullable Duration retryAfter,
    boolean everyone) {

  static Failure of(FailureKind kind, String code, String sentence) {
    return new Failure(kind, code, sentence, null, false);
  }
}
