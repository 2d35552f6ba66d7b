/**
 * The plain page at the root, and the headers that keep a browser from doing more than it should.
 */
@NullMarked
package io.adfleet.gateway.page;

import org.jspecify.annotations.NullMarked;
