package io.adfleet.contracts;

import java.time.Instant;

/**
 * A service instance lives.
 *
 * @param instance unique among the replicas of the service
 * @param stopping the last word of an instance that shuts down in order
 */
public record Heartbeat(
    String service,
    String instance,
    String version,
    int port,
    Instant startedAt,
    Instant at,
    boolean ready,
    boolean stopping) {}
