package io.adfleet.dashboard.board;

import io.adfleet.dashboard.ledger.CampaignSums;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads ranked campaigns and slots; row-level security picks the workspace. */
@ApplicationScoped
class BoardStore {

  private static final String RANKED =
      CampaignSums.SUMMED
          + """
          ,
          ranked as (
            select s.*, a.platform, a.currency,
                   row_number() over (partition by a.currency order by s.spend desc, s.entity_id) as rank
              from summed s join account a using (account_id)
             where (s.spend, s.impressions, s.clicks, s.conversions, s.conversion_value)
                   <> (0, 0, 0, 0, 0))
          select r.entity_id, e.external_id, r.account_id, r.platform, e.name, e.status, r.currency,
                 r.spend, r.impressions, r.clicks, r.conversions, r.conversion_value
            from ranked r join entity e using (entity_id)
           where r.rank <= $8
           order by r.currency, r.rank
          """;

  private static final String SLOTS =
      """
      select account_id, metric_date, slot, hourly, spend, impressions, clicks, conversions,
             conversion_value
        from account_slot
       where metric_date = any($1) and account_id = any($2)
      """;

  private static final String EMPTY_HOURS =
      """
      select account_id, metric_date
        from coverage
       where report = 'performance_hours' and level = 'campaign' and row_count = 0
         and metric_date = any($1) and account_id = any($2)
      """;

  Uni<List<Ranked>> ranked(SqlConnection connection, DateRange range, UUID[] accounts, int most) {
    List<Object> parameters = CampaignSums.parameters(range, accounts);
    parameters.add(most);
    return connection.preparedQuery(RANKED).execute(Tuple.from(parameters)).map(BoardStore::ranked);
  }

  Uni<Slots> slots(SqlConnection connection, LocalDate[] dates, UUID[] accounts) {
    Tuple parameters = Tuple.of(dates, accounts);
    return Uni.combine()
        .all()
        .unis(
            connection.preparedQuery(SLOTS).execute(parameters).map(BoardStore::kept),
            connection.preparedQuery(EMPTY_HOURS).execute(parameters).map(BoardStore::keys))
        .with(Slots::new);
  }

  private static List<Ranked> ranked(RowSet<Row> rows) {
    List<Ranked> ranked = new ArrayList<>(rows.size());
    for (Row row : rows) {
      ranked.add(
          new Ranked(
              row.getUUID(0),
              row.getString(1),
              row.getUUID(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              sums(row, 7)));
    }
    return ranked;
  }

  private static List<Slots.Kept> kept(RowSet<Row> rows) {
    List<Slots.Kept> kept = new ArrayList<>(rows.size());
    for (Row row : rows) {
      kept.add(
          new Slots.Kept(
              new Slots.Key(row.getUUID(0), row.getLocalDate(1)),
              row.getOffsetDateTime(2).toInstant(),
              row.getBoolean(3),
              sums(row, 4)));
    }
    return kept;
  }

  private static Set<Slots.Key> keys(RowSet<Row> rows) {
    Set<Slots.Key> keys = new HashSet<>();
    for (Row row : rows) {
      keys.add(new Slots.Key(row.getUUID(0), row.getLocalDate(1)));
    }
    return keys;
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
