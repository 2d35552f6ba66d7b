package io.adfleet.dashboard.query;

import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import io.adfleet.dashboard.range.WholeWeeks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads campaigns with their sums; row-level security picks the workspace. */
@ApplicationScoped
class QueryStore {

  private static final String CAMPAIGNS =
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
      select s.entity_id, e.name, a.platform, a.currency, s.spend, s.impressions, s.clicks,
             s.conversions, s.conversion_value
        from summed s
        join account a using (account_id)
        join entity e using (entity_id)
       where (s.spend, s.impressions, s.clicks, s.conversions, s.conversion_value)
             <> (0, 0, 0, 0, 0)
      """;

  Uni<List<CampaignFigures>> campaigns(SqlConnection connection, DateRange range, UUID[] accounts) {
    WholeWeeks weeks = WholeWeeks.in(range);
    return connection
        .preparedQuery(CAMPAIGNS)
        .execute(
            Tuple.from(
                List.of(
                    weeks.first(),
                    weeks.last(),
                    range.start(),
                    weeks.headEnd(),
                    weeks.tailStart(),
                    range.end(),
                    accounts)))
        .map(QueryStore::campaigns);
  }

  private static List<CampaignFigures> campaigns(RowSet<Row> rows) {
    List<CampaignFigures> campaigns = new ArrayList<>(rows.size());
    for (Row row : rows) {
      campaigns.add(
          new CampaignFigures(
              row.getUUID(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              new Sums(
                  row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))));
    }
    return campaigns;
  }
}
