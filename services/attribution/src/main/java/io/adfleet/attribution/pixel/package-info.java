/**
 * The public door for what browsers of a shop say. Accepted means stored: the answer is given after
 * the commit. An event is stored once however often it is sent; one without consent leaves nothing
 * behind but a count in the answer. Addresses of browsers are not kept, and of a page's address
 * only where it is and which campaign led there.
 */
@NullMarked
package io.adfleet.attribution.pixel;

import org.jspecify.annotations.NullMarked;
