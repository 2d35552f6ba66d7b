/**
 * Answers questions about figures in a person's words. A question becomes a typed query,
 * dashboard-query answers it, and code renders the numbers: nothing else ever writes one. A
 * language model, where one is configured, may fill in the query and nothing more.
 */
@NullMarked
package io.adfleet.copilot;

import org.jspecify.annotations.NullMarked;
