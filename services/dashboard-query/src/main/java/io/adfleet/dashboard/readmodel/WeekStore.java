package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes what campaigns add up to in whole weeks, over covered dates. */
@ApplicationScoped
class WeekStore {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(account, 0))
        from (select distinct w::text || a::text as account
                from unnest($1::uuid[], $2::uuid[]) as t(w, a) order by 1) as accounts
      """;

  private static final String SUM =
      """
      insert into campaign_week as w (workspace_id, account_id, week, entity_id, spend,
             impressions, clicks, conversions, conversion_value)
      select d.workspace_id, d.account_id, t.week, d.entity_id, sum(d.spend),
             sum(d.impressions), sum(d.clicks), sum(d.conversions), sum(d.conversion_value)
        from (select distinct workspace_id, account_id, date_trunc('week', metric_date)::date
                from unnest($1::uuid[], $2::uuid[], $3::date[])
                     as heard(workspace_id, account_id, metric_date))
             as t(workspace_id, account_id, week)
        join entity_day d
          on d.level = 'campaign' and d.workspace_id = t.workspace_id
         and d.account_id = t.account_id and d.metric_date between t.week and t.week + 6
        join coverage c
          on c.workspace_id = d.workspace_id and c.report = 'performance'
         and c.level = 'campaign' and c.metric_date = d.metric_date
         and c.account_id = d.account_id
       group by 1, 2, 3, 4
       order by 1, 2, 3, 4
          on conflict (workspace_id, account_id, week, entity_id) do update
         set spend = excluded.spend, impressions = excluded.impressions,
             clicks = excluded.clicks, conversions = excluded.conversions,
             conversion_value = excluded.conversion_value
       where (w.spend, w.impressions, w.clicks, w.conversions, w.conversion_value)
             is distinct from (excluded.spend, excluded.impressions, excluded.clicks,
                               excluded.conversions, excluded.conversion_value)
      """;

  /**
   * Holds the accounts until the transaction ends: figures and coverage come on topics of their
   * own, and a week's sum must see what the other wrote.
   */
  Uni<Void> lock(SqlConnection connection, List<AccountDate> dates) {
    List<Object> accounts =
        Columns.of(dates).uuid(AccountDate::workspaceId).uuid(AccountDate::accountId).arrays();
    return connection.preparedQuery(LOCK).execute(Tuple.tuple(accounts)).replaceWithVoid();
  }

  /** Recomputes the weeks these dates are in. */
  Uni<Void> sum(SqlConnection connection, List<AccountDate> dates) {
    if (dates.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Object> columns =
        Columns.of(dates)
            .uuid(AccountDate::workspaceId)
            .uuid(AccountDate::accountId)
            .date(AccountDate::date)
            .arrays();
    return connection.preparedQuery(SUM).execute(Tuple.tuple(columns)).replaceWithVoid();
  }
}
