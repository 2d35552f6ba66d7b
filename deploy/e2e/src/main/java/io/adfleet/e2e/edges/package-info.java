/**
 * What the running fleet refuses, asked as an attacker, a stranger and a clumsy user would. Every
 * claim is one line that passes or fails.
 */
@NullMarked
package io.adfleet.e2e.edges;

import org.jspecify.annotations.NullMarked;
