package io.adfleet.connections.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of an ingest service about one account.
 *
 * @param of slices asked for; {@code done} of them are covered, {@code failed} given up
 * @param failureKind what it met; null while nothing is wrong
 * @param closes dates whose campaigns it reads after their end, if there are some
 * @param retryAt when work goes on by itself
 * @param heardAt when ingest last said a word about it
 */
public record Job(
    UUID workspaceId,
    UUID id,
    UUID accountId,
    UUID connectionId,
    JobKind kind,
    JobState state,
    int done,
    int of,
    int failed,
    @Nullable Dates closes,
    @Nullable String failureKind,
    @Nullable String sentence,
    @Nullable Instant retryAt,
    long version,
    Instant queuedAt,
    @Nullable Instant startedAt,
    Instant heardAt,
    @Nullable Instant finishedAt) {

  /** From one date through another. */
  public record Dates(LocalDate from, LocalDate through) {}
}
