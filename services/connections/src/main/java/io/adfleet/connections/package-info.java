/**
 * Keeps the connections of people to ad platforms. It asks for consent, seals what the platform
 * hands out, lists the accounts it reaches, and says when which account should be read. It hears
 * how far reading is, keeps jobs and states with a sentence for the user, and knows which services
 * live.
 */
@NullMarked
package io.adfleet.connections;

import org.jspecify.annotations.NullMarked;
