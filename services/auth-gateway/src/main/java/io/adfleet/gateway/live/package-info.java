/**
 * Live push: hints of the fleet reach the open pages of their workspace. A page that is slow misses
 * intermediate hints of a kind, never the last.
 */
@NullMarked
package io.adfleet.gateway.live;

import org.jspecify.annotations.NullMarked;
