/**
 * The one port of an ingest service: questions go in, plain rows come out, and whatever goes wrong
 * is one {@link io.adfleet.ingest.platform.Failure} named by the platform's own error code. No
 * vendor's class is seen on this side of it.
 */
@NullMarked
package io.adfleet.ingest.platform;

import org.jspecify.annotations.NullMarked;
