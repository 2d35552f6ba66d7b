/**
 * The campaign hierarchy with its figures: campaigns, and below each its ad groups, asset groups
 * and ads. A lower level is a drill-down with rows of its own, or, where the platform isn't read at
 * it, the sum of its children's; what it doesn't explain of its parent is shown as not broken down,
 * over the dates both levels are covered.
 */
@NullMarked
package io.adfleet.dashboard.campaign;

import org.jspecify.annotations.NullMarked;
