/** Google's consent screen and token server; one person reaches every account of the world. */
@NullMarked
package io.adfleet.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
