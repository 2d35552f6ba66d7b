/**
 * The parts the fleet stands on: PostgreSQL, Kafka, Keycloak and the sandbox, each a process of its
 * own, taken from Maven artifacts. {@code run} and {@code up} keep their data; {@code parts} gives
 * tests a PostgreSQL and a Kafka that are gone when the tests are, in containers where the
 * artifacts can't run.
 */
@NullMarked
package io.adfleet.local.parts;

import org.jspecify.annotations.NullMarked;
