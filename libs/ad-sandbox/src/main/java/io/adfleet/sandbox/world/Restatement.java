package io.adfleet.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the platform says instead, from an instant on: of a whole day, or of one of its hours. */
public record Restatement(
    String entityId, LocalDate date, @Nullable Integer hour, Figures figures, Instant knownAt) {}
