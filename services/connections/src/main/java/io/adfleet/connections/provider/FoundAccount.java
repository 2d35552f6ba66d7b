package io.adfleet.connections.provider;

import org.jspecify.annotations.Nullable;

/**
 * An account as the platform lists it.
 *
 * @param parentExternalId the manager directly above; null at a root
 * @param loginCustomerId the root it was reached through; null where there is none
 * @param name null where the platform doesn't say
 * @param currency null where the platform doesn't say
 * @param zone null where the platform doesn't say
 * @param manager holds other accounts and has no figures of its own
 */
public record FoundAccount(
    String externalId,
    @Nullable String parentExternalId,
    @Nullable String loginCustomerId,
    @Nullable String name,
    @Nullable String currency,
    @Nullable String zone,
    boolean manager,
    Access access) {

  /** Whether it can be read. */
  public enum Access {
    ENABLED,
    DISABLED,
    NO_PERMISSION
  }
}
