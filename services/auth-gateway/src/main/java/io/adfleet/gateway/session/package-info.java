/**
 * Signing in with Keycloak and staying signed in. The browser holds an opaque random cookie; the
 * row it names holds who that is. Ending the row, here or by Keycloak's back channel, ends the
 * session on every replica within the ten seconds an answer is believed.
 */
@NullMarked
package io.adfleet.gateway.session;

import org.jspecify.annotations.NullMarked;
