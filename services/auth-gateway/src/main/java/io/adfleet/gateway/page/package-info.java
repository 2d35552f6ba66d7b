/**
 * What the app in {@code src/main/webui} needs of its server, and what keeps a browser from doing
 * more than it should.
 */
@NullMarked
package io.adfleet.gateway.page;

import org.jspecify.annotations.NullMarked;
