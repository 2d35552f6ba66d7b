/** What the platform says right now, in plain words, for everyone who wants to compare. */
@NullMarked
package io.adfleet.sandbox.truth;

import org.jspecify.annotations.NullMarked;
