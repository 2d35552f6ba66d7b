/**
 * The ad accounts a workspace reads, and what the consents behind them reach. An account keeps its
 * id and history whoever connects it. Every change of an account or of its connection is said as
 * the account's whole state, under a version that rises with the row it is taken from.
 */
@NullMarked
package io.adfleet.connections.account;

import org.jspecify.annotations.NullMarked;
