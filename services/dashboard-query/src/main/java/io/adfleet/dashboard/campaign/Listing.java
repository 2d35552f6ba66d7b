package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities with their figures, as they are answered. */
public record Listing(
    List<Item> items,
    @Nullable String nextCursor,
    LocalDate start,
    LocalDate end,
    String zone,
    Completeness completeness) {

  /**
   * One entity.
   *
   * @param currency of its amounts, its account's own
   * @param reason why its figures are null
   * @param notBrokenDown what its children don't explain over the dates both levels are covered;
   *     null where it has no children's level, where its figures are its children's, or where there
   *     are no such dates
   */
  public record Item(
      UUID entityId,
      String externalId,
      String kind,
      @Nullable UUID parentId,
      UUID accountId,
      String platform,
      @Nullable String name,
      @Nullable String status,
      @Nullable String platformStatus,
      @Nullable String channel,
      String currency,
      @Nullable Object spend,
      @Nullable Object impressions,
      @Nullable Object clicks,
      @Nullable Object conversions,
      @Nullable Object conversionValue,
      @Nullable Object revenue,
      @Nullable Object roas,
      @Nullable Object ctr,
      @Nullable Object cpc,
      @Nullable Object cpm,
      @Nullable Object cpa,
      @Nullable String reason,
      @Nullable Rest notBrokenDown) {}

  /** Measures that belong to an entity and to none of its children. */
  public record Rest(
      @Nullable Object spend,
      @Nullable Object impressions,
      @Nullable Object clicks,
      @Nullable Object conversions,
      @Nullable Object conversionValue) {

    static Rest of(Sums sums) {
      return new Rest(
          Metric.SPEND.written(sums, false),
          Metric.IMPRESSIONS.written(sums, false),
          Metric.CLICKS.written(sums, false),
          Metric.CONVERSIONS.written(sums, false),
          Metric.CONVERSION_VALUE.written(sums, false));
    }
  }
}
