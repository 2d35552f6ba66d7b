/** How long a built fleet takes until it is healthy, and the memory it then holds. */
@NullMarked
package io.adfleet.e2e.startup;

import org.jspecify.annotations.NullMarked;
