/**
 * The demo workspace, made as a browser would make it: sign-in, the public API, the platform's
 * consent screen. Nothing here knows more than a user can see.
 */
@NullMarked
package io.adfleet.local.demo;

import org.jspecify.annotations.NullMarked;
