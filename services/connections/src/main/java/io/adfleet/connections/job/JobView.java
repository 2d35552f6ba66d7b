package io.adfleet.connections.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
public record JobView(
    UUID id,
    UUID accountId,
    UUID connectionId,
    String kind,
    String state,
    Slices slices,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String failureKind,
    @Nullable String sentence,
    @Nullable Instant retryAt,
    List<Error> errors) {

  /** How many slices are done of how many, and how many were given up. */
  public record Slices(int done, int of, int failed) {}

  /** Something the job met. */
  public record Error(Instant at, String kind, @Nullable String slice, @Nullable String sentence) {}

  /** A job, with what it met. */
  public static JobView of(Job job, List<JobError> errors) {
    return new JobView(
        job.id(),
        job.accountId(),
        job.connectionId(),
        job.kind().word(),
        job.state().word(),
        new Slices(job.done(), job.of(), job.failed()),
        job.queuedAt(),
        job.startedAt(),
        job.finishedAt(),
        job.failureKind(),
        job.sentence(),
        job.retryAt(),
        errors.stream()
            .filter(error -> error.jobId().equals(job.id()))
            .map(error -> new Error(error.at(), error.kind(), error.slice(), error.sentence()))
            .toList());
  }
}
