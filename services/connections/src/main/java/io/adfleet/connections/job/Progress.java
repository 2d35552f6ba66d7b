package io.adfleet.connections.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far ingest says a job is.
 *
 * @param slice the slice the sentence is about
 * @param version rises per job
 */
public record Progress(
    UUID workspaceId,
    UUID accountId,
    UUID jobId,
    JobState state,
    int done,
    int of,
    int failed,
    @Nullable FailureKind failure,
    @Nullable String sentence,
    @Nullable String slice,
    @Nullable Instant retryAt,
    Instant at,
    long version) {

  /** Whether the account was read: the job ended, and not at a closed door. */
  public boolean proves() {
    if (state == JobState.SUCCEEDED) {
      return true;
    }
    return state == JobState.PARTIAL
        && done > 0
        && (failure == null
            || failure == FailureKind.REFUSED_SLICE
            || failure == FailureKind.TRANSIENT
            || failure == FailureKind.PERMANENT);
  }
}
