package io.adfleet.attribution.view;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Counts events; row-level security picks the workspace. */
@ApplicationScoped
class CountStore {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final String ZONE = "select zone from workspace where zone is not null";

  private static final String COUNTS =
      """
      select (occurred_at at time zone $1)::date as date, type, count(*) as events
        from pixel_event
       where occurred_at >= $2::date::timestamp at time zone $1
         and occurred_at < ($3::date + 1)::timestamp at time zone $1
       group by 1, 2
       order by 1, 2
      """;

  /** The workspace's zone; UTC for one that hasn't been heard of yet. */
  Uni<ZoneId> zone(SqlConnection connection) {
    return connection
        .preparedQuery(ZONE)
        .execute()
        .map(rows -> rows.size() == 0 ? UTC : ZoneId.of(rows.iterator().next().getString(0)));
  }

  Uni<List<Counts.Count>> counts(SqlConnection connection, AskedDates asked, ZoneId zone) {
    return connection
        .preparedQuery(COUNTS)
        .execute(Tuple.of(zone.getId(), asked.from(), asked.to()))
        .map(rows -> {
          List<Counts.Count> counts = new ArrayList<>(rows.size());
          for (Row row : rows) {
            counts.add(new Counts.Count(row.getLocalDate(0), row.getString(1), row.getLong(2)));
          }
          return counts;
        });
  }
}
