/** One page for people: a tour of four buttons, and the accounts with today's truth. */
@NullMarked
package io.adfleet.sandbox.page;

import org.jspecify.annotations.NullMarked;
