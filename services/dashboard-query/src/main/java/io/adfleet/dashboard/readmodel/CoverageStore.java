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

  private static final String KEEP =
      """
      insert into coverage as c (workspace_id, report, level, metric_date, account_id, version,
             observed_at, closed_at, row_count, total_spend, total_impressions, total_clicks,
             total_conversions, total_conversion_value)
      select *
        from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::uuid[], $6::bigint[],
                    $7::timestamptz[], $8::timestamptz[], $9::bigint[], $10::bigint[],
                    $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[])
          on conflict (workspace_id, report, level, metric_date, account_id) do update
         set version = excluded.version, observed_at = excluded.observed_at,
             closed_at = excluded.closed_at, row_count = excluded.row_count,
             total_spend = excluded.total_spend, total_impressions = excluded.total_impressions,
             total_clicks = excluded.total_clicks, total_conversions = excluded.total_conversions,
             total_conversion_value = excluded.total_conversion_value
       where excluded.version >= c.version
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

  Uni<Void> keep(SqlConnection connection, List<ClosedSlice> slices) {
    List<Object> columns =
        Columns.of(slices)
            .uuid(ClosedSlice::workspaceId)
            .text(ClosedSlice::report)
            .text(ClosedSlice::level)
            .date(ClosedSlice::date)
            .uuid(ClosedSlice::accountId)
            .number(ClosedSlice::version)
            .instant(ClosedSlice::observedAt)
            .instant(ClosedSlice::closedAt)
            .number(slice -> (long) slice.rows())
            .number(total(Sums::spend))
            .number(total(Sums::impressions))
            .number(total(Sums::clicks))
            .number(total(Sums::conversions))
            .number(total(Sums::conversionValue))
            .arrays();
    return connection.preparedQuery(KEEP).execute(Tuple.tuple(columns)).replaceWithVoid();
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
