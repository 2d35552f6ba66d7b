package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a platform said at {@code observedAt} about one entity on one account-local date.
 *
 * <p>Of the report {@code performance}: totals since the local midnight of {@code date}, {@code
 * hour} is null. Of {@code performance_hours}: the total of that one local hour (0–23 as the
 * platform labels it; a repeated hour is one row). Money in micros of {@code currency}, conversions
 * in millionths. {@code version} comes from the ingest service's sequence when the slice was
 * claimed and decides which reading stands; {@code observedAt} never does.
 *
 * @param zone the account's IANA time zone
 * @param conversionsByDate by conversion date instead of click date; null where the platform
 *     doesn't say
 * @param clicksAll clicks of every kind, where the platform counts more than those in {@code
 *     clicks}; null elsewhere
 * @param actions what {@code conversions} were taken from, on platforms that report single types of
 *     actions; null elsewhere
 */
public record Reading(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String report,
    String level,
    UUID entityId,
    String externalId,
    LocalDate date,
    @Nullable Integer hour,
    Instant observedAt,
    long version,
    String zone,
    String currency,
    long spend,
    long impressions,
    long clicks,
    long conversions,
    long conversionValue,
    @Nullable Long conversionsByDate,
    @Nullable Long conversionValueByDate,
    @Nullable Long clicksAll,
    @Nullable List<ActionCount> actions) {

  /** A reading of a platform that neither counts other clicks nor reports types of actions. */
  public Reading(
      UUID workspaceId,
      UUID accountId,
      String platform,
      String report,
      String level,
      UUID entityId,
      String externalId,
      LocalDate date,
      @Nullable Integer hour,
      Instant observedAt,
      long version,
      String zone,
      String currency,
      long spend,
      long impressions,
      long clicks,
      long conversions,
      long conversionValue,
      @Nullable Long conversionsByDate,
      @Nullable Long conversionValueByDate) {
    this(
        workspaceId,
        accountId,
        platform,
        report,
        level,
        entityId,
        externalId,
        date,
        hour,
        observedAt,
        version,
        zone,
        currency,
        spend,
        impressions,
        clicks,
        conversions,
        conversionValue,
        conversionsByDate,
        conversionValueByDate,
        null,
        null);
  }

  public Slice slice() {
    return new Slice(workspaceId, accountId, report, level, date);
  }

  public Figures figures() {
    return new Figures(spend, impressions, clicks, conversions, conversionValue);
  }
}
