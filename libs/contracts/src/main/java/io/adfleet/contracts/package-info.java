/**
 * The words services may say to each other: the one topic list, the records that travel on it, how
 * they are written, and the names of things a platform owns.
 *
 * <p>Invariants: figures are integers (money in micros of the account's currency, conversions in
 * millionths); dates are local to the ad account, instants are UTC; ids travel as text; unknown
 * values are left out. Within a version only compatible changes are made.
 */
@NullMarked
package io.adfleet.contracts;

import org.jspecify.annotations.NullMarked;
