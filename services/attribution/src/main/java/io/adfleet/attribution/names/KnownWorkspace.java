package io.adfleet.attribution.names;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace and its reporting zone. */
record KnownWorkspace(UUID workspaceId, @Nullable String zone, boolean removed, long version) {}
