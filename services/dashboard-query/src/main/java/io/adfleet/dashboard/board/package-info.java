/**
 * The unified dashboard: one answer with everything the first page shows. Totals and series come
 * from account days, so that campaigns, chart, KPIs and spend mix are sums of the same numbers.
 *
 * <p>The points of a date add up to its KPI. Where the slots of a date don't explain its figure
 * (corrections read after its end never enter the slots), the difference stands in the last bucket;
 * what came before the first slot, and can't be told apart, stands in the first.
 */
@NullMarked
package io.adfleet.dashboard.board;

import org.jspecify.annotations.NullMarked;
