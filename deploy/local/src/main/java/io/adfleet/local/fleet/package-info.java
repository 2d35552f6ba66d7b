/**
 * Starting and stopping the whole: one list of units in the order they need each other. A start
 * either ends with everything ready or names the culprit, shows its log and leaves nothing running
 * that it began.
 */
@NullMarked
package io.adfleet.local.fleet;

import org.jspecify.annotations.NullMarked;
