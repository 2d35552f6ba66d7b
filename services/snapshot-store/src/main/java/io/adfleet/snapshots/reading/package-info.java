/**
 * Keeps every reading as it was heard and says what stands afterwards.
 *
 * <p>Invariants: the newest version of a key stands, whatever it says; all a poll changes is one
 * transaction; what the poll's keys hold afterwards is on the topics before the poll is
 * acknowledged, so repeating any poll changes nothing and loses nothing. A manifest closes its
 * slice only where what is held equals what it says.
 */
@NullMarked
package io.adfleet.snapshots.reading;

import org.jspecify.annotations.NullMarked;
