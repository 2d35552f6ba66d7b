/**
 * A question from the first step to its stored answer, told while it happens. Whoever hangs up ends
 * the work; what became of every question is kept, cancelled ones too.
 */
@NullMarked
package io.adfleet.copilot.ask;

import org.jspecify.annotations.NullMarked;
