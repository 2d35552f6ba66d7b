/** One page for people: the accounts with today's truth and four buttons. */
@NullMarked
package io.adfleet.sandbox.page;

import org.jspecify.annotations.NullMarked;
