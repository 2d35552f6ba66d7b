/**
 * What every process of the fleet has: how it says no, who may call it, the tenant transaction, the
 * clock, its heartbeat, and the checks that keep it from starting unsafe.
 *
 * <p>Invariants: an endpoint declares who may call it; a person's request reads and writes only
 * inside a transaction bound to one workspace; consumers, schedulers and look-ups made before a
 * workspace is known use the feed pool and nothing else does; no answer carries an internal detail.
 */
@NullMarked
package io.adfleet.defaults;

import org.jspecify.annotations.NullMarked;
