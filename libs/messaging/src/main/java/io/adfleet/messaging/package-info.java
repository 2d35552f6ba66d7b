/**
 * Saying exactly what was committed, and hearing it once.
 *
 * <p>There are three ways of saying. Facts go through the {@link io.adfleet.messaging.Outbox} in
 * the transaction that makes them true; derived figures are sent by {@link
 * io.adfleet.messaging.KafkaSender} and the input is acknowledged only after the broker has them;
 * hints may be lost. Consumers decode inside, so one bad record goes to its dead-letter topic
 * alone.
 */
@NullMarked
package io.adfleet.messaging;

import org.jspecify.annotations.NullMarked;
