/**
 * Readings of a claim: what the platform says, row by row onto the topic, and once the broker has
 * every row, one manifest per slice with what was said and the platform's own total.
 */
@NullMarked
package io.adfleet.ingest.readings;

import org.jspecify.annotations.NullMarked;
