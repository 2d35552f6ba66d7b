/**
 * Holds the fleet to its word: every campaign, day and measure of the public API and of the {@code
 * daily} topic against what the sandbox says is true, while the sandbox stands still.
 */
@NullMarked
package io.adfleet.local.verify;

import org.jspecify.annotations.NullMarked;
