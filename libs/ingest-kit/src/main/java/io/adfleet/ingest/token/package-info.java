/**
 * Access tokens of connections, lent by the connections service to this service's own identity.
 * They are kept in memory until shortly before they expire, and are never logged.
 */
@NullMarked
package io.adfleet.ingest.token;

import org.jspecify.annotations.NullMarked;
