package io.adfleet.ingest.progress;

import java.util.UUID;

/** Names a job. */
public record JobKey(UUID workspaceId, UUID id) {}
