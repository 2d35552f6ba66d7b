/**
 * Meta's Graph API seen as the loop's port. The vendor's classes stop here: questions go in, plain
 * rows come out, and whatever goes wrong is one {@link io.adfleet.ingest.platform.Failure} named by
 * the platform's error code, never by its message.
 *
 * <p>The vendor's library makes the requests. It is kept from what it would do by itself: it has no
 * deadlines, follows any address an answer names, and reports crashes home.
 */
@NullMarked
package io.adfleet.meta.provider;

import org.jspecify.annotations.NullMarked;
