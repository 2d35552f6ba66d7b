/**
 * Knows what happened in a shop, so that orders can be credited to ads. Takes events of browsers in
 * at a public door: what it accepted is stored, once, and what came without consent is not.
 */
@NullMarked
package io.adfleet.attribution;

import org.jspecify.annotations.NullMarked;
