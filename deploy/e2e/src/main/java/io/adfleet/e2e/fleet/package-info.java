/** A fleet of this machine as its data folder shows it, and ways to talk to it from outside. */
@NullMarked
package io.adfleet.e2e.fleet;

import org.jspecify.annotations.NullMarked;
