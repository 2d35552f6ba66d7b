/**
 * What the platform allows: the ledger of operations per credential and day, and the pauses it
 * asked for. Shared by all replicas through the database.
 */
@NullMarked
package io.adfleet.ingest.quota;

import org.jspecify.annotations.NullMarked;
