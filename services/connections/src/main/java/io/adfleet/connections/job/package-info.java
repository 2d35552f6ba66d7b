/**
 * Jobs: what was asked of an ingest service, and how far it is. At most one job of a kind is open
 * per account. A job moves only by what ingest says of it, newest version first, and what it meets
 * on the way changes the state of its account or connection in the same transaction.
 */
@NullMarked
package io.adfleet.connections.job;

import org.jspecify.annotations.NullMarked;
