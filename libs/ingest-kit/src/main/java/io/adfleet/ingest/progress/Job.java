package io.adfleet.ingest.progress;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as it stands. */
record Job(
    UUID workspaceId,
    UUID id,
    UUID accountId,
    String kind,
    String state,
    int done,
    int of,
    int failed,
    @Nullable String failureKind,
    @Nullable String sentence,
    @Nullable String slice,
    @Nullable Instant retryAt,
    long version,
    @Nullable String traceparent) {

  static final String RUNNING = "running";
  static final String SUCCEEDED = "succeeded";
  static final String PARTIAL = "partial";
  static final String FAILED = "failed";

  boolean running() {
    return state.equals(RUNNING);
  }

  /** The same, with what it met just now. */
  Job meeting(Trouble trouble) {
    return new Job(
        workspaceId,
        id,
        accountId,
        kind,
        state,
        done,
        of,
        failed,
        trouble.kind(),
        trouble.sentence(),
        trouble.slice(),
        null,
        version,
        traceparent);
  }

  /**
   * The state these counts come to. A job with a slice that was given up never succeeded; one that
   * read nothing for a lasting reason failed.
   */
  String outcome() {
    if (done + failed < of) {
      return RUNNING;
    }
    if (failed == 0) {
      return SUCCEEDED;
    }
    return done > 0 || Trouble.REFUSED_SLICE.equals(failureKind) ? PARTIAL : FAILED;
  }
}
