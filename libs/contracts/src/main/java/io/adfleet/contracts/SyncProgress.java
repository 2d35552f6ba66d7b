package io.adfleet.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is. The newest {@code version} of a job stands.
 *
 * @param state running, succeeded, partial or failed
 * @param done slices done of {@code of}; {@code failed} of them were given up
 * @param failureKind needs_reauth, no_permission, disabled, rate_limited, transient, refused_slice
 *     or permanent; null while nothing is wrong
 * @param slice key of the slice the sentence is about
 * @param retryAt when work goes on by itself after rate_limited
 */
public record SyncProgress(
    UUID workspaceId,
    UUID accountId,
    UUID jobId,
    String state,
    int done,
    int of,
    int failed,
    @Nullable String failureKind,
    @Nullable String sentence,
    @Nullable String slice,
    @Nullable Instant retryAt,
    Instant at,
    long version) {}
