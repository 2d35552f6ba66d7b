package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account should be read now.
 *
 * @param kind backfill, live, nightly or now
 * @param externalId the platform's id of the account
 */
public record SyncRequested(
    UUID workspaceId,
    UUID accountId,
    UUID connectionId,
    UUID jobId,
    String kind,
    String externalId,
    String currency,
    String zone,
    @Nullable String loginCustomerId,
    List<Wanted> wanted,
    Instant requestedAt) {

  public static final String BACKFILL = "backfill";
  public static final String LIVE = "live";
  public static final String NIGHTLY = "nightly";
  public static final String NOW = "now";

  /** Dates of one report at one level, both ends included. The structure report is one slice. */
  public record Wanted(String report, String level, LocalDate from, LocalDate to) {}
}
