/**
 * Holds the fleet to its word: every campaign, day and measure of the public API and of the {@code
 * daily} topic, and the dashboard's sums, against what the sandbox says is true, while the sandbox
 * stands still. An account the fleet doesn't know of is missing, not equal.
 */
@NullMarked
package io.adfleet.local.verify;

import org.jspecify.annotations.NullMarked;
