/** A small HTTP door: routes, parameters, answers and problems. */
@NullMarked
package io.adfleet.sandbox.web;

import org.jspecify.annotations.NullMarked;
