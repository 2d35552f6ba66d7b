package io.adfleet.dashboard.readmodel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace's name, base currency and reporting zone. */
record KnownWorkspace(
    UUID workspaceId,
    @Nullable String name,
    @Nullable String currency,
    @Nullable String zone,
    boolean removed,
    long version) {}
