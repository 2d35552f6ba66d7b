package io.adfleet.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The unit of reading: one report at one level of one account on one account-local date. It is
 * claimed, read, closed and covered as a whole.
 */
public record Slice(UUID workspaceId, UUID accountId, String report, String level, LocalDate date) {

  /** Totals of a date since its local midnight. */
  public static final String PERFORMANCE = "performance";

  /** The same date by the platform's own local hours. */
  public static final String HOURS = "performance_hours";

  /** Campaigns, ad groups, ads and asset groups with their names and states. */
  public static final String STRUCTURE = "structure";

  /** The record key on topics keyed by slice. */
  public String key() {
    return workspaceId + "|" + accountId + "|" + report + "|" + level + "|" + date;
  }
}
