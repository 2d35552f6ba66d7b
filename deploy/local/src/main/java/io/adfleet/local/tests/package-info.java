/** One run of all tests of all modules on one set of real parts, with one summary at its end. */
@NullMarked
package io.adfleet.local.tests;

import org.jspecify.annotations.NullMarked;
