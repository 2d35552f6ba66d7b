package io.adfleet.snapshots.series;

import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was believed about a date.
 *
 * @param to null while it is believed
 */
record Belief(Instant from, @Nullable Instant to, Measures measures) {}
