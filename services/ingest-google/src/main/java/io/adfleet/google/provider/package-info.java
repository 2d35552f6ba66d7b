/**
 * Google Ads seen as our port. The vendor's classes stop here: queries go in, plain rows come out,
 * and whatever goes wrong is one {@link io.adfleet.ingest.platform.Failure} named by the platform's
 * error code, never by its message. All accounts share one TLS channel; token and headers belong to
 * the call.
 */
@NullMarked
package io.adfleet.google.provider;

import org.jspecify.annotations.NullMarked;
