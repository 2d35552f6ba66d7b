/**
 * The fleet looked at from outside, as users, other teams and attackers see it: what it takes
 * ({@code make bench}) and what it refuses ({@code make edges}). Nothing here shares code with a
 * service; it knows the contracts, the public API and what the launcher leaves in the data folder.
 */
@NullMarked
package io.adfleet.e2e;

import org.jspecify.annotations.NullMarked;
