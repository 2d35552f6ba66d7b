/**
 * The loop every ad platform is read by. What was wanted is kept as slices in the service's own
 * tables; workers claim them, read the platform through its one port, {@link
 * io.adfleet.ingest.platform.AdsClient}, row by row and say readings, manifests and entities on the
 * topics. Nothing is forgotten before the snapshot store has covered it, so a kill at any moment
 * loses nothing, and versions make sure that nothing counts twice.
 *
 * <p>A service brings its port, its configuration and its migrations with the tables named in the
 * library's README.
 */
@NullMarked
package io.adfleet.ingest;

import org.jspecify.annotations.NullMarked;
