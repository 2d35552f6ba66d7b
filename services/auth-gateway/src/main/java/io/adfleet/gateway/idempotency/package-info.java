/**
 * Doing once what is asked twice. A write that carries an {@code Idempotency-Key} leaves its sealed
 * answer in the transaction that did it; the same key and body get that answer again for a day, the
 * same key with another body is refused.
 */
@NullMarked
package io.adfleet.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
