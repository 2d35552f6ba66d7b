/**
 * Ad platforms as this service sees them: consent, tokens, and the accounts a person reaches. A
 * vendor's types stay in here. Every call has a deadline and is made once; whether to ask again is
 * the caller's.
 */
@NullMarked
package io.adfleet.connections.provider;

import org.jspecify.annotations.NullMarked;
