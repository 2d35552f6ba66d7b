/**
 * Partitions, before they are needed: a month without one would fail a poll.
 *
 * <p>The run-time role holds no DDL; a function of the owner makes well-formed partitions of the
 * known tables and nothing else.
 */
@NullMarked
package io.adfleet.snapshots.partition;

import org.jspecify.annotations.NullMarked;
