package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes entity days and the account days they add up to. */
@ApplicationScoped
class DayStore {

  private static final String NAME =
      """
      insert into entity (workspace_id, entity_id, account_id, platform, external_id, kind,
                          currency, version)
      select distinct on (workspace_id, entity_id) workspace_id, entity_id, account_id, platform,
             external_id, kind, currency, 0
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                    $7::text[])
             as heard(workspace_id, entity_id, account_id, platform, external_id, kind, currency)
       order by workspace_id, entity_id
          on conflict do nothing
      """;

  private static final String KEEP =
      """
      with kept as (
        insert into entity_day as d (workspace_id, metric_date, entity_id, level, account_id,
               currency, version, absent, spend, impressions, clicks, conversions,
               conversion_value)
        select *
          from unnest($1::uuid[], $2::date[], $3::uuid[], $4::text[], $5::uuid[], $6::text[],
                      $7::bigint[], $8::boolean[], $9::bigint[], $10::bigint[], $11::bigint[],
                      $12::bigint[], $13::bigint[])
            on conflict (workspace_id, metric_date, entity_id, level) do update
           set account_id = excluded.account_id, currency = excluded.currency,
               version = excluded.version, absent = excluded.absent, spend = excluded.spend,
               impressions = excluded.impressions, clicks = excluded.clicks,
               conversions = excluded.conversions, conversion_value = excluded.conversion_value
         where excluded.version >= d.version
        returning workspace_id, account_id, metric_date, level)
      select distinct workspace_id, account_id, metric_date from kept where level = 'campaign'
      """;

  private static final String SUM =
      """
      insert into account_day as a (workspace_id, metric_date, account_id, currency,
             newest_version, spend, impressions, clicks, conversions, conversion_value)
      select t.workspace_id, t.metric_date, t.account_id, s.*
        from unnest($1::uuid[], $2::uuid[], $3::date[]) as t(workspace_id, account_id, metric_date)
       cross join lateral (
             select max(e.currency), max(e.version), sum(e.spend)::bigint,
                    sum(e.impressions)::bigint, sum(e.clicks)::bigint,
                    sum(e.conversions)::bigint, sum(e.conversion_value)::bigint
               from entity_day e
              where e.level = 'campaign' and e.workspace_id = t.workspace_id
                and e.account_id = t.account_id and e.metric_date = t.metric_date) as s
       order by 1, 2, 3
          on conflict (workspace_id, metric_date, account_id) do update
         set currency = excluded.currency, newest_version = excluded.newest_version,
             spend = excluded.spend, impressions = excluded.impressions,
             clicks = excluded.clicks, conversions = excluded.conversions,
             conversion_value = excluded.conversion_value
      """;

  /** Makes entities known of which nothing but figures has been heard. */
  Uni<Void> name(SqlConnection connection, List<EntityDay> days) {
    List<Object> columns =
        Columns.of(days)
            .uuid(EntityDay::workspaceId)
            .uuid(EntityDay::entityId)
            .uuid(EntityDay::accountId)
            .text(EntityDay::platform)
            .text(EntityDay::externalId)
            .text(EntityDay::level)
            .text(EntityDay::currency)
            .arrays();
    return connection.preparedQuery(NAME).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /** Keeps what is not older than what is held; gives the account dates whose totals it touched. */
  Uni<List<AccountDate>> keep(SqlConnection connection, List<EntityDay> days) {
    List<Object> columns =
        Columns.of(days)
            .uuid(EntityDay::workspaceId)
            .date(EntityDay::date)
            .uuid(EntityDay::entityId)
            .text(EntityDay::level)
            .uuid(EntityDay::accountId)
            .text(EntityDay::currency)
            .number(EntityDay::version)
            .flag(EntityDay::absent)
            .number(day -> day.sums().spend())
            .number(day -> day.sums().impressions())
            .number(day -> day.sums().clicks())
            .number(day -> day.sums().conversions())
            .number(day -> day.sums().conversionValue())
            .arrays();
    return connection.preparedQuery(KEEP).execute(Tuple.tuple(columns)).map(AccountDate::of);
  }

  /** Recomputes the totals of account dates from their campaign rows. */
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
