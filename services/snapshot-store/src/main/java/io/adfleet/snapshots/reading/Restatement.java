package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.util.UUID;

/**
 * What was believed about a date after it had ended, and isn't any more.
 *
 * @param version of the last reading that said it
 */
record Restatement(
    FigureKey key, UUID account, long version, Instant from, Instant to, Measures measures) {}
