package io.adfleet.connections.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the readable accounts of a platform are.
 *
 * @param oldestSyncedAt of the account that waits longest; null if one was never read
 */
record Freshness(
    String platform,
    int accounts,
    @Nullable Instant oldestSyncedAt,
    @Nullable Instant newestSyncedAt,
    Instant at) {}
