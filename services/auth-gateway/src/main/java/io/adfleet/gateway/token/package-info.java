/**
 * API tokens for machines. A token acts for the person who made it, in one workspace, with at most
 * the role it was given and never more than that person has there. Its text is shown once; the
 * database knows only its SHA-256.
 */
@NullMarked
package io.adfleet.gateway.token;

import org.jspecify.annotations.NullMarked;
