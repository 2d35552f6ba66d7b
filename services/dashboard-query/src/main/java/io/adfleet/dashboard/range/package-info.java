/**
 * Which dates a question is about. Presets are computed in the workspace's reporting zone; a date
 * then selects each account's own local date of that name.
 */
@NullMarked
package io.adfleet.dashboard.range;

import org.jspecify.annotations.NullMarked;
