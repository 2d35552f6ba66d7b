/**
 * dashboard-query, as it is asked from here: a typed query in, its answer out. One call, with
 * deadlines, under our own credential; whoever stops waiting stops the call.
 */
@NullMarked
package io.adfleet.copilot.dashboard;

import org.jspecify.annotations.NullMarked;
