package io.adfleet.ingest.wanted;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to have an account read, with the trace of who wished it. */
record Request(
    UUID workspaceId,
    UUID accountId,
    UUID connectionId,
    UUID jobId,
    String kind,
    String externalId,
    String currency,
    String zone,
    @Nullable String loginCustomerId,
    List<Expansion.Range> ranges,
    Instant requestedAt,
    @Nullable String traceparent) {}
