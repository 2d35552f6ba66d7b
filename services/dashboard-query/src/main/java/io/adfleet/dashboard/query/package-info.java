/**
 * The query language: a typed question, checked before anything is read, answered from the same
 * sums and by the same rules as the dashboard. Services and saved views ask in no other way.
 */
@NullMarked
package io.adfleet.dashboard.query;

import org.jspecify.annotations.NullMarked;
