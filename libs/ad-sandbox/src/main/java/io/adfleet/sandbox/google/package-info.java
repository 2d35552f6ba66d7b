/** Google Ads as its clients know it: gRPC services, queries, rows and failures. */
@NullMarked
package io.adfleet.sandbox.google;

import org.jspecify.annotations.NullMarked;
