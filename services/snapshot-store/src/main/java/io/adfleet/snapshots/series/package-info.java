/**
 * Answers how one entity's date grew and what was believed about it.
 *
 * <p>Slots carry totals since local midnight; the increment is the difference to the slot before
 * and may be negative, which is a correction. Before a date's first reading the platform's hourly
 * report fills in, and where it doesn't the first increment is unknown.
 */
@NullMarked
package io.adfleet.snapshots.series;

import org.jspecify.annotations.NullMarked;
