/** What is kept over restarts: one JSON file per owner, replaced as a whole. */
@NullMarked
package io.adfleet.sandbox.store;

import org.jspecify.annotations.NullMarked;
