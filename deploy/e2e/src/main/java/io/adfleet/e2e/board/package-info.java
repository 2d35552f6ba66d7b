/**
 * How long the unified dashboard takes through the gateway, against the SQL that any such answer
 * needs. It measures a workspace of its own, filled over the topics as the snapshot store would.
 */
@NullMarked
package io.adfleet.e2e.board;

import org.jspecify.annotations.NullMarked;
