/**
 * An account's local date: when it is open, its quarter-hour slots, its hours, and the measures
 * that are counted in it.
 *
 * <p>All of it is arithmetic on instants and a time zone. A clock that repeats or skips an hour
 * makes dates of 23, 25 or other lengths; no rule here assumes 24.
 */
@NullMarked
package io.adfleet.snapshots.day;

import org.jspecify.annotations.NullMarked;
