package io.adfleet.connections.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a job met. */
public record JobError(
    UUID jobId, Instant at, String kind, @Nullable String slice, @Nullable String sentence) {}
