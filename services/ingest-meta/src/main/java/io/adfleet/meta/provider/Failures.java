package io.adfleet.meta.provider;

import com.facebook.ads.sdk.APIException;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what a failure of the Graph API means: by its code and subcode, and by
 * the HTTP status where no code was sent. Messages are never looked at.
 */
final class Failures {

  static final String WAIT = "Meta asked us to slow down. Reading goes on by itself.";

  private static final String REAUTHORIZE =
      "Meta no longer accepts this connection. Authorize it again; nothing is lost meanwhile.";
  private static final String ASK_FOR_ACCESS =
      "The person who connected this account may not read it. Ask its owner for access in Meta's"
          + " business settings, or authorize with someone who has it.";
  private static final String ENABLE =
      "This account is disabled at Meta. Open Account Quality there to see what can be done;"
          + " reading then goes on.";
  private static final String PASSING =
      "Meta could not answer just now. The next sync reads this again.";
  private static final String REFUSED =
      "Meta refuses to answer this question. It is ours to repair; the code is in the log.";

  /** "Please reduce the amount of data you're asking for": the page was too large. */
  static final String PAGE_TOO_LARGE = "1";

  /** Too many rows to be answered at once. */
  static final String TOO_MANY_ROWS = "100.1487534";

  private static final int UNKNOWN_ERROR = 99;
  private static final int NOT_VISIBLE = 33;
  private static final Set<Integer> LIMITS = Set.of(4, 17, 32, 341, 613);
  private static final Set<Integer> APP_LIMITS = Set.of(4, 341);

  private Failures() {}

  static Failure of(APIException thrown) {
    JsonNode headers = json(thrown.getHeader());
    int status = headers.path(GraphExecutor.STATUS).asInt();
    if (status == 0) {
      Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
      return passing("http." + cause.getClass().getSimpleName());
    }
    JsonNode error = json(thrown.getMessage()).path("error");
    Duration regain = Load.of(thrown.getHeader()).regain();
    return error.path("code").isInt() ? ofError(status, error, regain) : ofStatus(status, regain);
  }

  /** Whether a smaller question would be answered. */
  static boolean asksForLess(Failure failure) {
    return failure.code().equals(PAGE_TOO_LARGE) || failure.code().equals(TOO_MANY_ROWS);
  }

  static Failure passing(String code) {
    return Failure.of(FailureKind.TRANSIENT, code, PASSING);
  }

  static Failure refused(String code) {
    return Failure.of(FailureKind.PERMANENT, code, REFUSED);
  }

  static Failure disabled(String code) {
    return Failure.of(FailureKind.DISABLED, code, ENABLE);
  }

  private static Failure ofError(int status, JsonNode error, @Nullable Duration regain) {
    int code = error.path("code").asInt();
    int subcode = error.path("error_subcode").asInt();
    String name = subcode == 0 ? Integer.toString(code) : code + "." + subcode;
    if (LIMITS.contains(code) || (code >= 80_000 && code < 81_000)) {
      return new Failure(FailureKind.RATE_LIMITED, name, WAIT, regain, APP_LIMITS.contains(code));
    }
    if (code == 102 || code == 190) {
      return Failure.of(FailureKind.NEEDS_REAUTH, name, REAUTHORIZE);
    }
    if (code == 3 || code == 10 || (code >= 200 && code < 300)) {
      return Failure.of(FailureKind.NO_PERMISSION, name, ASK_FOR_ACCESS);
    }
    if (code == 100 && subcode == NOT_VISIBLE) {
      return Failure.of(FailureKind.NO_PERMISSION, name, ASK_FOR_ACCESS);
    }
    if (name.equals(TOO_MANY_ROWS)) {
      return passing(name);
    }
    boolean passing =
        code == 2
            || status / 100 == 5
            || subcode == UNKNOWN_ERROR
            || error.path("is_transient").asBoolean();
    return passing ? passing(name) : refused(name);
  }

  private static Failure ofStatus(int status, @Nullable Duration regain) {
    String code = "http." + status;
    return switch (status) {
      case 401 -> Failure.of(FailureKind.NEEDS_REAUTH, code, REAUTHORIZE);
      case 403 -> Failure.of(FailureKind.NO_PERMISSION, code, ASK_FOR_ACCESS);
      case 429 -> new Failure(FailureKind.RATE_LIMITED, code, WAIT, regain, false);
      default -> status / 100 == 5 ? passing(code) : refused(code);
    };
  }

  private static JsonNode json(@Nullable String text) {
    if (text == null) {
      return Json.mapper().nullNode();
    }
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      return Json.mapper().nullNode();
    }
  }
}
