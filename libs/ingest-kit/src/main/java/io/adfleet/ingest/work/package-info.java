/**
 * The workers: each claims slices of one account, reads them and lets go. What went wrong is
 * decided here once, by the kind of failure; one account never holds up another.
 */
@NullMarked
package io.adfleet.ingest.work;

import org.jspecify.annotations.NullMarked;
