package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.range.DateRange;
import io.adfleet.dashboard.range.WholeWeeks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a campaign comes to over a range: whole weeks from sums by week, the dates around them from
 * their own covered rows.
 */
public final class CampaignSums {

  /** The beginning of a statement: {@code summed} has one row a campaign; parameters 1 to 7. */
  public static final String SUMMED =
      """
      with summed as (
        select entity_id, account_id, sum(spend)::bigint as spend,
               sum(impressions)::bigint as impressions, sum(clicks)::bigint as clicks,
               sum(conversions)::bigint as conversions,
               sum(conversion_value)::bigint as conversion_value
          from (select entity_id, account_id, spend, impressions, clicks, conversions,
                       conversion_value
                  from campaign_week
                 where week between $1 and $2 and account_id = any($7)
                union all
                select d.entity_id, d.account_id, d.spend, d.impressions, d.clicks,
                       d.conversions, d.conversion_value
                  from entity_day d
                  join coverage c
                    on c.workspace_id = d.workspace_id and c.report = 'performance'
                   and c.level = 'campaign' and c.metric_date = d.metric_date
                   and c.account_id = d.account_id
                 where d.level = 'campaign' and d.account_id = any($7)
                   and (d.metric_date between $3 and $4 or d.metric_date between $5 and $6))
               as parts
         group by entity_id, account_id)
      """;

  private CampaignSums() {}

  /** The values of parameters 1 to 7; a statement may add its own behind them. */
  public static List<Object> parameters(DateRange range, UUID[] accounts) {
    WholeWeeks weeks = WholeWeeks.in(range);
    return new ArrayList<>(
        List.of(
            weeks.first(),
            weeks.last(),
            range.start(),
            weeks.headEnd(),
            weeks.tailStart(),
            range.end(),
            accounts));
  }
}
