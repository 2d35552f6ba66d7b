/**
 * Which services live, as they say themselves, and how fresh the fleet's accounts are. Nothing here
 * belongs to a workspace; freshness is counted by the clock over all of them and names none.
 */
@NullMarked
package io.adfleet.connections.fleet;

import org.jspecify.annotations.NullMarked;
