/** The hands on the world: time pushed, figures restated, everything held, faults ordered. */
@NullMarked
package io.adfleet.sandbox.control;

import org.jspecify.annotations.NullMarked;
