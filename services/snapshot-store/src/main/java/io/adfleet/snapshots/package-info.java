/**
 * Keeps what the platforms said: the newest figure of every entity and account-local date, what it
 * replaced, and how the open dates grew.
 *
 * <p>Readings come in by Kafka and replace one another by version only. What stands after each poll
 * is said to the topics {@code daily}, {@code intraday} and {@code coverage}, and the poll is
 * acknowledged when both the tables and the topics have it.
 */
@NullMarked
package io.adfleet.snapshots;

import org.jspecify.annotations.NullMarked;
