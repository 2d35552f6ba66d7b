package io.adfleet.sandbox.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param platform the platform, or {@code *}
 * @param accountId the account, or {@code *}
 * @param operation a method ({@code search_stream}), what is asked for ({@code campaign}), both
 *     ({@code search_stream:campaign}), or {@code *}
 * @param fault what goes wrong
 * @param times how often still; null for as long as it is listed
 * @param probability how likely a request is hit, up to 1
 * @param retryAfterSeconds the hint that {@code quota_exhausted} gives
 * @param rows the rows after which {@code stream_dies} or hangs, null for half of them; or the most
 *     that a page may have under {@code too_much_data}
 * @param percent how much is used under {@code usage_high}
 * @param code the error code, where a platform has several for this fault; null for the usual one
 */
public record Fault(
    String platform,
    String accountId,
    String operation,
    Type fault,
    @Nullable Integer times,
    double probability,
    int retryAfterSeconds,
    @Nullable Integer rows,
    @Nullable Integer percent,
    @Nullable Integer code) {

  /** What can go wrong. */
  public enum Type {
    QUOTA_EXHAUSTED,
    STREAM_DIES,
    REVOKED_TOKEN,
    PERMISSION_DENIED,
    TRANSIENT_ERROR,
    TOO_MUCH_DATA,
    ASYNC_JOB_FAILED,
    ASYNC_JOB_SKIPPED,
    ASYNC_JOB_STALLED,
    USAGE_HIGH,
    TOKEN_EXPIRED,
    HANG;

    /** The word in requests: {@code quota_exhausted}. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean meets(String askedPlatform, String askedAccount, String method, String resource) {
    return is(platform, askedPlatform)
        && is(accountId, askedAccount)
        && (is(operation, method)
            || is(operation, resource)
            || is(operation, method + ":" + resource));
  }

  private static boolean is(String wanted, String asked) {
    return wanted.equals("*") || plain(wanted).equals(plain(asked));
  }

  private static String plain(String word) {
    return word.replace("_", "").toLowerCase(Locale.ROOT);
  }

  Fault once() {
    return new Fault(
        platform,
        accountId,
        operation,
        fault,
        times == null ? null : times - 1,
        probability,
        retryAfterSeconds,
        rows,
        percent,
        code);
  }
}
