/**
 * Reads Google Ads accounts. What was wanted is kept as slices in this service's own table; workers
 * claim them, read the platform row by row and say readings, manifests and entities on the topics.
 * Nothing is forgotten before the snapshot store has covered it, so a kill at any moment loses
 * nothing, and versions make sure that nothing counts twice.
 */
@NullMarked
package io.adfleet.google;

import org.jspecify.annotations.NullMarked;
