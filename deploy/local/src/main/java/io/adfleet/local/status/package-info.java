/** How the fleet is: services by their heartbeats, parts by asking them. */
@NullMarked
package io.adfleet.local.status;

import org.jspecify.annotations.NullMarked;
