/** How often one address, and one caller, may knock before being asked to wait. */
@NullMarked
package io.adfleet.gateway.throttle;

import org.jspecify.annotations.NullMarked;
