package io.adfleet.dashboard.board;

import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign among the first of its currency by spend. */
record Ranked(
    UUID entityId,
    String externalId,
    UUID accountId,
    String platform,
    @Nullable String name,
    @Nullable String status,
    String currency,
    Sums sums) {

  Unified.TopCampaign answered() {
    return new Unified.TopCampaign(
        entityId,
        externalId,
        accountId,
        platform,
        name,
        status,
        currency,
        Metric.SPEND.written(sums, false),
        Metric.REVENUE.written(sums, false),
        Metric.ROAS.written(sums, false),
        Metric.CONVERSIONS.written(sums, false));
  }
}
