package io.adfleet.snapshots.series;

import io.adfleet.snapshots.day.HourlyReport;
import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The slots, hours and beliefs of one entity, as the workspace's own role sees them. */
@ApplicationScoped
class SeriesStore {

  private static final String ENTITY =
      """
      select account_id, level, currency from figure
       where workspace_id = $1 and entity_id = $2
       order by metric_date desc limit 1
      """;

  private static final String SLOTS =
      """
      with folded as (
        select slot, observed_at, spend, impressions, clicks, conversions, conversion_value
          from slot_hour
         where workspace_id = $1 and entity_id = $2 and metric_date = $3)
      select * from folded
      union all
      select slot, observed_at, spend, impressions, clicks, conversions, conversion_value
        from slot
       where workspace_id = $1 and entity_id = $2 and metric_date = $3
         and not exists (select from folded)
       order by slot
      """;

  private static final String HOURS =
      """
      select hour, spend, impressions, clicks, conversions, conversion_value
        from hour
       where workspace_id = $1 and entity_id = $2 and metric_date = $3
      """;

  private static final String COVERAGE =
      """
      select report, zone, settled_at, closed_observed_at from coverage
       where workspace_id = $1 and account_id = $2 and level = $3 and metric_date = $4
      """;

  private static final String BELIEFS =
      """
      select believed_from, believed_to, spend, impressions, clicks, conversions, conversion_value
        from restatement
       where workspace_id = $1 and entity_id = $2 and metric_date = $3
      union all
      select believed_from, null, spend, impressions, clicks, conversions, conversion_value
        from figure
       where workspace_id = $1 and entity_id = $2 and metric_date = $3
      order by believed_from, believed_to nulls last
      """;

  /** An entity figures are known of. */
  record Known(UUID account, Level level, String currency) {}

  /** What coverage says of a date of an entity's slices. */
  record Covered(
      @Nullable ZoneId zone, @Nullable Instant closedAt, @Nullable Instant hoursObservedAt) {}

  /** All that is kept of how a date grew. */
  record Kept(@Nullable LocalDay day, List<Series.Total> readings, @Nullable HourlyReport hours) {}

  /** Empty for an entity nobody read, or one of another workspace. */
  Uni<Optional<Known>> entity(SqlConnection connection, UUID workspace, UUID entity) {
    return connection
        .preparedQuery(ENTITY)
        .execute(Tuple.of(workspace, entity))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(
                new Known(row.getUUID(0), Level.of(row.getShort(1)), row.getString(2)));
          }
          return Optional.empty();
        });
  }

  Uni<Kept> day(
      SqlConnection connection, UUID workspace, UUID entity, Known known, LocalDate date) {
    Tuple key = Tuple.of(workspace, entity, date);
    return Uni.combine()
        .all()
        .unis(
            connection.preparedQuery(SLOTS).execute(key),
            connection.preparedQuery(HOURS).execute(key),
            coverage(connection, workspace, known, date))
        .with((slots, hours, covered) -> kept(date, slots, hours, covered));
  }

  private static Kept kept(LocalDate date, RowSet<Row> slots, RowSet<Row> hours, Covered covered) {
    LocalDay day = covered.zone() == null ? null : LocalDay.of(date, covered.zone());
    List<Series.Total> readings = new ArrayList<>();
    for (Row row : slots) {
      readings.add(
          new Series.Total(
              row.getOffsetDateTime(0).toInstant(),
              row.getOffsetDateTime(1).toInstant(),
              measures(row, 2)));
    }
    Map<Integer, Measures> byHour = new HashMap<>();
    for (Row row : hours) {
      byHour.put(row.getInteger(0), measures(row, 1));
    }
    boolean reported = day != null && covered.hoursObservedAt() != null && !byHour.isEmpty();
    return new Kept(
        day, readings, reported ? new HourlyReport(day, byHour, covered.hoursObservedAt()) : null);
  }

  /** What was believed about a date, oldest first; the last one is believed still. */
  Uni<List<Belief>> beliefs(SqlConnection connection, UUID workspace, UUID entity, LocalDate date) {
    return connection
        .preparedQuery(BELIEFS)
        .execute(Tuple.of(workspace, entity, date))
        .map(rows -> {
          List<Belief> beliefs = new ArrayList<>();
          for (Row row : rows) {
            beliefs.add(
                new Belief(
                    row.getOffsetDateTime(0).toInstant(),
                    instant(row, "believed_to"),
                    measures(row, 2)));
          }
          return beliefs;
        });
  }

  /** How far the date of an entity's slices is known. */
  Uni<Covered> coverage(SqlConnection connection, UUID workspace, Known known, LocalDate date) {
    return connection
        .preparedQuery(COVERAGE)
        .execute(Tuple.of(workspace, known.account(), known.level().word(), date))
        .map(rows -> {
          ZoneId zone = null;
          Instant closedAt = null;
          Instant hoursObservedAt = null;
          for (Row row : rows) {
            zone = ZoneId.of(row.getString("zone"));
            Instant observed = instant(row, "closed_observed_at");
            switch (row.getString("report")) {
              case "performance" -> {
                Instant settled = instant(row, "settled_at");
                closedAt = settled == null ? observed : settled;
              }
              case "performance_hours" -> hoursObservedAt = observed;
              default -> {}
            }
          }
          return new Covered(zone, closedAt, hoursObservedAt);
        });
  }

  private static Measures measures(Row row, int first) {
    return Measures.of(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
