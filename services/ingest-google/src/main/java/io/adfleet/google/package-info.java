/**
 * Reads Google Ads accounts: the ingest loop with Google Ads behind its port. How slices are
 * wanted, claimed, said and settled is the loop's; what a question, a row and a failure mean at
 * Google is said here.
 */
@NullMarked
package io.adfleet.google;

import org.jspecify.annotations.NullMarked;
