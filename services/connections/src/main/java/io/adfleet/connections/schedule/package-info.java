/**
 * When which account is read. Every connected account has one row with its next live and its next
 * nightly reading; whichever replica claims a due row asks for the job and moves the row on in the
 * same transaction, so each run is asked for once. The workspace that waited longest comes first,
 * and accounts are spread over the interval by their id.
 */
@NullMarked
package io.adfleet.connections.schedule;

import org.jspecify.annotations.NullMarked;
