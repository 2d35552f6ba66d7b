/**
 * How fast readings get from Kafka into PostgreSQL under the version guard and forced row-level
 * security, against {@code COPY} of the same rows into a table that has neither.
 */
@NullMarked
package io.adfleet.e2e.readings;

import org.jspecify.annotations.NullMarked;
