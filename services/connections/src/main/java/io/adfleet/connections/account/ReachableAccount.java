package io.adfleet.connections.account;

import io.adfleet.connections.provider.FoundAccount;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An account a consent reaches, connected or not.
 *
 * @param loginCustomerId the root it was reached through; null where there is none
 * @param currency ISO 4217, {@code XXX} while the platform doesn't say
 * @param zone IANA time zone, UTC while the platform doesn't say
 */
public record ReachableAccount(
    String externalId,
    @Nullable String parentExternalId,
    @Nullable String loginCustomerId,
    String name,
    String currency,
    String zone,
    boolean manager,
    AdAccount.Access access) {

  /** What a platform's listing means for us. */
  public static ReachableAccount of(FoundAccount found) {
    return new ReachableAccount(
        found.externalId(),
        found.parentExternalId(),
        found.loginCustomerId(),
        found.name() == null ? "Account " + found.externalId() : found.name(),
        found.currency() == null ? "XXX" : found.currency(),
        zoneOf(found.zone()),
        found.manager(),
        switch (found.access()) {
          case ENABLED -> AdAccount.Access.ACTIVE;
          case DISABLED -> AdAccount.Access.DISABLED;
          case NO_PERMISSION -> AdAccount.Access.NO_PERMISSION;
        });
  }

  private static String zoneOf(@Nullable String zone) {
    if (zone == null) {
      return "UTC";
    }
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      return "UTC";
    }
  }
}
