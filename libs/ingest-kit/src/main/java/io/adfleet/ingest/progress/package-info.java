/**
 * How far jobs are. A job is counted from its slices, never incremented; it ends only after its
 * last slice has. What is said is said by outbox: the end and what was given up at once, steps on
 * the way at most once a second.
 */
@NullMarked
package io.adfleet.ingest.progress;

import org.jspecify.annotations.NullMarked;
