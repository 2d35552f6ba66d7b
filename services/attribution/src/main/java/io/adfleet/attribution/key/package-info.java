/**
 * The keys to the pixel door, one per shop: shown once, kept as a hash, looked up by it before a
 * workspace is known. A key stands in a page's source, so it opens nothing but the door.
 */
@NullMarked
package io.adfleet.attribution.key;

import org.jspecify.annotations.NullMarked;
