/**
 * Workspaces and who belongs to them. A workspace is made together with its owner's membership, or
 * not at all; both are told to the fleet by the outbox, in the transaction that made them. Somebody
 * else's workspace and one that doesn't exist look the same.
 */
@NullMarked
package io.adfleet.gateway.tenancy;

import org.jspecify.annotations.NullMarked;
