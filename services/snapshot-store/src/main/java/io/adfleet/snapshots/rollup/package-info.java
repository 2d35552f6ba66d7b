/**
 * Folds the slots of past days to account-local hours, and forgets hours after a hundred days.
 *
 * <p>At 01:00 of an account's clock the day before yesterday is folded: the last total of each hour
 * stands. Whole partitions are dropped, never rows, and no figure of a day is touched.
 */
@NullMarked
package io.adfleet.snapshots.rollup;

import org.jspecify.annotations.NullMarked;
