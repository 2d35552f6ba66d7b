/** Meta's login: the dialog on which a person lets an application in, and the tokens of it. */
@NullMarked
package io.adfleet.sandbox.meta.login;

import org.jspecify.annotations.NullMarked;
