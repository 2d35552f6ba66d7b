package io.adfleet.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A hint that something of a workspace changed, at most 1 KB; it may be lost. */
public record FleetChanged(UUID workspaceId, String kind, List<UUID> ids, Instant asOf) {

  public static final String FIGURES = "figures";
  public static final String JOB = "job";
  public static final String CONNECTION = "connection";
  public static final String CHANGE = "change";
}
