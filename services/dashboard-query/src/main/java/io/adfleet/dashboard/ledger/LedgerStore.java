package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads covered dates; row-level security picks the workspace. */
@ApplicationScoped
class LedgerStore {

  private static final String DAYS =
      """
      select c.account_id, c.metric_date, c.version, c.observed_at, c.closed_at, c.row_count,
             d.newest_version, d.spend, d.impressions, d.clicks, d.conversions, d.conversion_value,
             c.total_spend, c.total_impressions, c.total_clicks, c.total_conversions,
             c.total_conversion_value
        from coverage c
        left join account_day d using (workspace_id, metric_date, account_id)
       where c.report = 'performance' and c.level = 'campaign'
         and c.metric_date between $1 and $2 and c.account_id = any($3)
      """;

  Uni<List<AccountDay>> days(SqlConnection connection, DateRange range, UUID[] accounts) {
    return connection
        .preparedQuery(DAYS)
        .execute(Tuple.of(range.start(), range.end(), accounts))
        .map(LedgerStore::days);
  }

  private static List<AccountDay> days(RowSet<Row> rows) {
    List<AccountDay> days = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Long newest = row.getLong(6);
      days.add(
          new AccountDay(
              row.getUUID(0),
              row.getLocalDate(1),
              row.getLong(2),
              row.getOffsetDateTime(3).toInstant(),
              row.getOffsetDateTime(4).toInstant(),
              row.getInteger(5),
              newest == null ? Sums.ZERO : sums(row, 7),
              newest == null ? 0 : newest,
              row.getLong(12) == null ? null : sums(row, 12)));
    }
    return days;
  }

  private static Sums sums(Row row, int first) {
    return new Sums(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }
}
