/** The Graph API as far as one reads ad accounts with it: objects, insights, reports, batches. */
@NullMarked
package io.adfleet.sandbox.meta;

import org.jspecify.annotations.NullMarked;
