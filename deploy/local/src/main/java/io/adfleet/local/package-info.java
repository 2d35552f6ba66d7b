/**
 * The launcher behind {@code make run}: starts PostgreSQL, Kafka, Keycloak, the sandbox and the
 * services of the fleet as processes of this machine, without containers. It is the only part that
 * knows all others, so nothing depends on it, and it reaches the fleet only through public doors.
 */
@NullMarked
package io.adfleet.local;

import org.jspecify.annotations.NullMarked;
