/**
 * A world: accounts, what they own, and what the platform says about every day.
 *
 * <p>A {@link io.adfleet.sandbox.world.World} is read once and never changes; a {@link
 * io.adfleet.sandbox.world.Moment} is all of it as it looks at one instant. Money is micros of the
 * account's currency, conversions are millionths, counts are whole; no figure is ever a double.
 */
@NullMarked
package io.adfleet.sandbox.world;

import org.jspecify.annotations.NullMarked;
