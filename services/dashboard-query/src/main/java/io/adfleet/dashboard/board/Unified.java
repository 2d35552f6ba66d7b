package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.metric.Kpi;
import io.adfleet.dashboard.reconciliation.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unified dashboard as it is answered.
 *
 * @param currency of every amount, or null where several meet; then {@code byCurrency} says the
 *     same per currency
 * @param reason why currency, spend mix and the reconciliation's difference are null
 * @param revenueSource what revenue is: {@code platform}, the conversion value the platforms claim
 * @param dataAsOf when the account that was read longest ago was read
 */
public record Unified(
    String timeframe,
    LocalDate start,
    LocalDate end,
    String zone,
    PreviousDates previous,
    @Nullable String currency,
    @Nullable String reason,
    @Nullable List<OfCurrency> byCurrency,
    String revenueSource,
    @Nullable Instant dataAsOf,
    @Nullable Instant lastSyncedAt,
    Completeness completeness,
    Agreement reconciliation,
    List<Kpi> kpis,
    Chart chart,
    List<TopCampaign> topCampaigns,
    @Nullable List<SpendShare> spendMix,
    @Nullable Object attribution) {

  /**
   * The period before.
   *
   * @param cut whether counterparts of open dates were cut at the time of day they were read at
   */
  public record PreviousDates(LocalDate start, LocalDate end, boolean cut) {}

  /** The figures of the accounts of one currency. */
  public record OfCurrency(
      String currency, List<Kpi> kpis, List<Point> chartPoints, List<TopCampaign> topCampaigns) {}

  /**
   * The chart.
   *
   * @param intradayAvailableFrom the first bucket of a chart that can't begin at midnight
   */
  public record Chart(
      String granularity, @Nullable String intradayAvailableFrom, List<Point> points) {}

  /** One bucket of one platform; null where nothing of it is known. */
  public record Point(
      String start,
      String platform,
      @Nullable Object spend,
      @Nullable Object revenue,
      @Nullable Object conversions,
      @Nullable Object conversionValue,
      @Nullable Object impressions,
      @Nullable Object clicks) {}

  /** A campaign that spent much. */
  public record TopCampaign(
      UUID entityId,
      String externalId,
      UUID accountId,
      String platform,
      @Nullable String name,
      @Nullable String status,
      String currency,
      @Nullable Object spend,
      @Nullable Object revenue,
      @Nullable Object roas,
      @Nullable Object conversions) {}

  /** A platform's part of the spend. */
  public record SpendShare(String platform, @Nullable Object spend, @Nullable String share) {}
}
