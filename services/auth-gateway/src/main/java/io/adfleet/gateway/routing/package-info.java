/**
 * From a request at the door to the service that answers it. The credential that came in stays
 * here: what goes on is a short-lived token signed for exactly one service, person and workspace.
 */
@NullMarked
package io.adfleet.gateway.routing;

import org.jspecify.annotations.NullMarked;
