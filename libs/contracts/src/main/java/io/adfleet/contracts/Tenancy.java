package io.adfleet.contracts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace or a membership in it.
 *
 * @param kind {@code workspace} or {@code membership}
 * @param id the workspace's id, or the member's user id
 * @param currency base currency (ISO 4217); only of a workspace
 * @param zone reporting zone (IANA); only of a workspace
 * @param role viewer, analyst, admin or owner; only of a membership
 */
public record Tenancy(
    UUID workspaceId,
    String kind,
    String id,
    @Nullable String name,
    @Nullable String currency,
    @Nullable String zone,
    @Nullable String role,
    boolean removed,
    long version) {

  public static final String WORKSPACE = "workspace";
  public static final String MEMBERSHIP = "membership";
}
