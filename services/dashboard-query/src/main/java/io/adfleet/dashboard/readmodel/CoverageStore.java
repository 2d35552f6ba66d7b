package io.adfleet.dashboard.readmodel;

import io.adfleet.dashboard.metric.Sums;
import io.adfleet.defaults.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the last closed state of slices. */
@ApplicationScoped
class CoverageStore {

  private static final String HOLD =
      """
      insert into coverage_ahead as a (workspace_id, account_id, metric_date, report, level, version,
             observed_at, closed_at, row_count, spend, impressions, clicks, conversions,
             conversion_value, total_spend, total_impressions, total_clicks, total_conversions,
             total_conversion_value)
      select *
        from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::bigint[],
                    $7::timestamptz[], $8::timestamptz[], $9::bigint[], $10::bigint[],
                    $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[],
                    $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[])
          on conflict (workspace_id, account_id, metric_date, report, level) do update
         set version = excluded.version, observed_at = excluded.observed_at,
             closed_at = excluded.closed_at, row_count = excluded.row_count,
             spend = excluded.spend, impressions = excluded.impressions,
             clicks = excluded.clicks, conversions = excluded.conversions,
             conversion_value = excluded.conversion_value,
             total_spend = excluded.total_spend, total_impressions = excluded.total_impressions,
             total_clicks = excluded.total_clicks, total_conversions = excluded.total_conversions,
             total_conversion_value = excluded.total_conversion_value
       where excluded.version >= a.version
      """;

  /**
   * Rows of an account arrive in the order they were said: where one of a newer version is held,
   * all of this one's were.
   */
  private static final String SETTLE =
      """
      with settled as (
        delete from coverage_ahead a
         using unnest($1::uuid[], $2::uuid[], $3::date[]) as t(workspace_id, account_id, metric_date)
         where a.workspace_id = t.workspace_id and a.account_id = t.account_id
           and a.metric_date = t.metric_date
           and (a.report <> 'performance'
                or (select coalesce(max(e.version), 0) > a.version
                           or (coalesce(sum(e.spend), 0), coalesce(sum(e.impressions), 0),
                               coalesce(sum(e.clicks), 0), coalesce(sum(e.conversions), 0),
                               coalesce(sum(e.conversion_value), 0))
                              = (a.spend, a.impressions, a.clicks, a.conversions,
                                 a.conversion_value)
                      from entity_day e
                     where e.workspace_id = a.workspace_id and e.account_id = a.account_id
                       and e.metric_date = a.metric_date and e.level = a.level))
        returning a.*),
      covered as (
        insert into coverage as c (workspace_id, report, level, metric_date, account_id, version,
               observed_at, closed_at, row_count, total_spend, total_impressions, total_clicks,
               total_conversions, total_conversion_value)
        select workspace_id, report, level, metric_date, account_id, version, observed_at, closed_at,
               row_count, total_spend, total_impressions, total_clicks, total_conversions,
               total_conversion_value
          from settled
         order by 1, 2, 3, 4, 5
            on conflict (workspace_id, report, level, metric_date, account_id) do update
           set version = excluded.version, observed_at = excluded.observed_at,
               closed_at = excluded.closed_at, row_count = excluded.row_count,
               total_spend = excluded.total_spend, total_impressions = excluded.total_impressions,
               total_clicks = excluded.total_clicks, total_conversions = excluded.total_conversions,
               total_conversion_value = excluded.total_conversion_value
         where excluded.version >= c.version
        returning workspace_id, account_id, metric_date, report, level)
      select workspace_id, account_id, metric_date
        from covered where report = 'performance' and level = 'campaign'
      """;

  private static final String SYNCED =
      """
      insert into account_synced as s (workspace_id, account_id, closed_at)
      select workspace_id, account_id, max(closed_at)
        from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
             as heard(workspace_id, account_id, closed_at)
       group by 1, 2
       order by 1, 2
          on conflict (workspace_id, account_id) do update set closed_at = excluded.closed_at
       where excluded.closed_at > s.closed_at
      """;

  /** Holds closed slices until their rows are here. */
  Uni<Void> hold(SqlConnection connection, List<ClosedSlice> slices) {
    List<Object> columns =
        Columns.of(slices)
            .uuid(ClosedSlice::workspaceId)
            .uuid(ClosedSlice::accountId)
            .date(ClosedSlice::date)
            .text(ClosedSlice::report)
            .text(ClosedSlice::level)
            .number(ClosedSlice::version)
            .instant(ClosedSlice::observedAt)
            .instant(ClosedSlice::closedAt)
            .number(slice -> (long) slice.rows())
            .number(slice -> slice.sums().spend())
            .number(slice -> slice.sums().impressions())
            .number(slice -> slice.sums().clicks())
            .number(slice -> slice.sums().conversions())
            .number(slice -> slice.sums().conversionValue())
            .number(total(Sums::spend))
            .number(total(Sums::impressions))
            .number(total(Sums::clicks))
            .number(total(Sums::conversions))
            .number(total(Sums::conversionValue))
            .arrays();
    return connection.preparedQuery(HOLD).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  /**
   * Covers what these dates' closed slices say as far as their rows are here; gives the dates whose
   * totals it covered.
   */
  Uni<List<AccountDate>> settle(SqlConnection connection, List<AccountDate> dates) {
    List<Object> columns =
        Columns.of(dates)
            .uuid(AccountDate::workspaceId)
            .uuid(AccountDate::accountId)
            .date(AccountDate::date)
            .arrays();
    return connection.preparedQuery(SETTLE).execute(Tuple.tuple(columns)).map(AccountDate::of);
  }

  Uni<Void> synced(SqlConnection connection, List<ClosedSlice> slices) {
    List<Object> columns =
        Columns.of(slices)
            .uuid(ClosedSlice::workspaceId)
            .uuid(ClosedSlice::accountId)
            .instant(ClosedSlice::closedAt)
            .arrays();
    return connection.preparedQuery(SYNCED).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  private static Function<ClosedSlice, @Nullable Long> total(Function<Sums, Long> measure) {
    return slice -> {
      Sums total = slice.platformTotal();
      return total == null ? null : measure.apply(total);
    };
  }
}
