/**
 * A connection: one person's consent on one platform for one workspace, and how it does. There is
 * at most one per person and platform; consenting again renews it and keeps its id, accounts and
 * history. Whoever changes its state says the state of its accounts in the same transaction.
 */
@NullMarked
package io.adfleet.connections.connection;

import org.jspecify.annotations.NullMarked;
