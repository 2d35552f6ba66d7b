/**
 * What is known per account and date: the campaign rows' sums beside the slice's coverage. Only
 * dates with a closed slice are in it; rows of a slice that never closed count nowhere.
 */
@NullMarked
package io.adfleet.dashboard.ledger;

import org.jspecify.annotations.NullMarked;
