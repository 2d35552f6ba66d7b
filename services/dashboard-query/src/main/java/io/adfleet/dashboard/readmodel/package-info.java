/**
 * Keeps what other services said. Every record replaces the one of its key if its version is not
 * older, so a topic may be heard again from any point; sums are recomputed from their rows, in the
 * transaction that touched these, and never incremented.
 */
@NullMarked
package io.adfleet.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
