/**
 * Rendering: tables and sentences are made by code from an answer's cells, so that no number is
 * told that isn't in the answer. Names in the answer are data: they are shown and never read.
 */
@NullMarked
package io.adfleet.copilot.answer;

import org.jspecify.annotations.NullMarked;
