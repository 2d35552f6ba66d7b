/**
 * Processes of this machine that outlive the command that started them. A process is known by a
 * file with its id and start time, so that a reused id is never mistaken for it and never killed.
 */
@NullMarked
package io.adfleet.local.process;

import org.jspecify.annotations.NullMarked;
