/** What members of a workspace see of what came in. */
@NullMarked
package io.adfleet.attribution.view;

import org.jspecify.annotations.NullMarked;
