/**
 * The one metric engine: every formula of the product stands here and nowhere else. Sums are exact
 * integers (micros, millionths, counts); ratios are ratios of sums, exact until they are written;
 * what cannot be said is null with a reason.
 */
@NullMarked
package io.adfleet.dashboard.metric;

import org.jspecify.annotations.NullMarked;
