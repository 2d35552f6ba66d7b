/** How the Graph API is asked and how it says no. */
@NullMarked
package io.adfleet.sandbox.meta.protocol;

import org.jspecify.annotations.NullMarked;
