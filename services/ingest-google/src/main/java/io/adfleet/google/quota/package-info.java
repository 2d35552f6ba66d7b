/**
 * What the platform allows: the ledger of operations per developer token and day, and the pauses it
 * asked for. Shared by all replicas through the database.
 */
@NullMarked
package io.adfleet.google.quota;

import org.jspecify.annotations.NullMarked;
