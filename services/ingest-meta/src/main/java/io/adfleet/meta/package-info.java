/**
 * Reads Meta ad accounts: the ingest loop with the Graph API behind its port. How slices are
 * wanted, claimed, said and settled is the loop's; what a question, a row and a failure mean at
 * Meta is said here.
 */
@NullMarked
package io.adfleet.meta;

import org.jspecify.annotations.NullMarked;
