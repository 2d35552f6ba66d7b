/**
 * Holds our campaign rows against the platform's own account total: closed local dates only, and no
 * date of which a newer reading is on its way.
 */
@NullMarked
package io.adfleet.dashboard.reconciliation;

import org.jspecify.annotations.NullMarked;
