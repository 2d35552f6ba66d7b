/**
 * What is to be read. A request becomes slices in our own table and is acknowledged at once; a
 * slice waits, is leased to a worker with a version of its own, is said, and is done when the
 * snapshot store has covered that version or a newer one. The version is the fence: whatever a
 * worker that lost its lease still says is older than what stands.
 *
 * <p>A slice wanted again while it waits is the same work and only gains a job; wanted while it is
 * being read it is new work, for the answer under way may be older than the question.
 */
@NullMarked
package io.adfleet.ingest.wanted;

import org.jspecify.annotations.NullMarked;
