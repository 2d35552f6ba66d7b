/**
 * Campaigns, ad groups, ads and asset groups of an account with their names, states and budgets, as
 * the platform describes them at one moment; removed ones included. A name is data: whatever it
 * holds is carried as it is.
 */
@NullMarked
package io.adfleet.ingest.structure;

import org.jspecify.annotations.NullMarked;
