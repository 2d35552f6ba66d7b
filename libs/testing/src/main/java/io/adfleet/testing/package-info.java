/**
 * What tests of services stand on: a real PostgreSQL and a real Kafka, started once for a whole
 * build and shared by all modules (each with its own database and topic prefix), tokens as the
 * gateway makes them, a clock to set, and the house rules.
 */
@NullMarked
package io.adfleet.testing;

import org.jspecify.annotations.NullMarked;
