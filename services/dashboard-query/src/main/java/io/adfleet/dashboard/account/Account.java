package io.adfleet.dashboard.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected ad account.
 *
 * @param historyFrom the first date that is read
 * @param syncedAt when any slice of it was last closed
 */
public record Account(
    UUID id,
    String platform,
    String externalId,
    String name,
    String currency,
    ZoneId zone,
    String state,
    String connectionState,
    @Nullable LocalDate historyFrom,
    @Nullable Instant syncedAt) {

  public static final String BACKFILLING = "backfilling";
  public static final String BEFORE_HISTORY = "before_history";
  private static final String DISABLED = "disabled";
  private static final String NO_PERMISSION = "no_permission";
  private static final String NEEDS_REAUTH = "needs_reauth";

  /** Its own local date. */
  public LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  public boolean hasBegun(LocalDate date, Instant now) {
    return !date.isAfter(today(now));
  }

  /** Whether a date is running there: more of it is to come. */
  public boolean isOpen(LocalDate date, Instant now) {
    return date.equals(today(now));
  }

  /** Whether the platform lets it be read at all. */
  public boolean isReadable() {
    return !state.equals(DISABLED) && !state.equals(NO_PERMISSION);
  }

  /** Why a date that nothing covers is missing. */
  public String whyMissing(LocalDate date) {
    if (historyFrom != null && date.isBefore(historyFrom)) {
      return BEFORE_HISTORY;
    }
    if (!isReadable()) {
      return state;
    }
    return connectionState.equals(NEEDS_REAUTH) ? NEEDS_REAUTH : BACKFILLING;
  }
}
