package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest figure of one entity on one account-local date. A consumer that keeps the newest
 * version of each key holds the newest figure of every entity and day.
 *
 * @param absent the platform no longer says this row; its figures are zero
 */
public record Daily(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String level,
    UUID entityId,
    String externalId,
    LocalDate date,
    Instant observedAt,
    long version,
    String currency,
    boolean absent,
    long spend,
    long impressions,
    long clicks,
    long conversions,
    long conversionValue,
    @Nullable Long conversionsByDate,
    @Nullable Long conversionValueByDate) {

  public Figures figures() {
    return new Figures(spend, impressions, clicks, conversions, conversionValue);
  }
}
