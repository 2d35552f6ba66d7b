/** The story of a newcomer, walked by a browser; this package finds the browser and runs it. */
@NullMarked
package io.adfleet.e2e.story;

import org.jspecify.annotations.NullMarked;
