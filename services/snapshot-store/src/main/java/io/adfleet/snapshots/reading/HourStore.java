package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the platform's hourly report says about local hours. */
@ApplicationScoped
class HourStore {

  private static final String APPLY =
      """
      insert into hour as h (workspace_id, account_id, level, entity_id, metric_date, hour, version,
          observed_at, spend, impressions, clicks, conversions, conversion_value)
      select * from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::uuid[], $5::date[], $6::int2[],
          $7::int8[], $8::timestamptz[], $9::int8[], $10::int8[], $11::int8[], $12::int8[],
          $13::int8[])
      on conflict (workspace_id, entity_id, metric_date, hour) do update set
          version = excluded.version, observed_at = excluded.observed_at, absent = false,
          spend = excluded.spend, impressions = excluded.impressions, clicks = excluded.clicks,
          conversions = excluded.conversions, conversion_value = excluded.conversion_value
        where excluded.version >= h.version
      """;

  private static final String OF_SLICES =
      """
      select (m.n - 1)::int4 as manifest, h.entity_id, h.hour, h.spend, h.impressions, h.clicks,
             h.conversions, h.conversion_value
        from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::date[]) with ordinality
               m(workspace_id, account_id, level, metric_date, n)
        cross join lateral (
          select * from hour h
           where h.workspace_id = m.workspace_id and h.account_id = m.account_id
             and h.level = m.level and h.metric_date = m.metric_date
             and h.metric_date between $5 and $6) h
      """;

  /** Applies the newest row of each hour, in the order of the keys. */
  Uni<Void> apply(SqlConnection connection, Collection<HourReading> hours) {
    if (hours.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Columns columns = new Columns(hours.size());
    columns.uuids(hours, HourReading::workspace);
    columns.uuids(hours, HourReading::account);
    columns.shorts(hours, h -> h.level().code());
    columns.uuids(hours, HourReading::entity);
    columns.dates(hours, HourReading::date);
    columns.shorts(hours, h -> (short) h.hour());
    columns.longs(hours, HourReading::version);
    columns.instants(hours, HourReading::observedAt);
    columns.measures(hours, HourReading::measures, false);
    return connection.preparedQuery(APPLY).execute(Tuple.tuple(columns.values())).replaceWithVoid();
  }

  /** The hours of every entity of these slices, by the place of its manifest. */
  Uni<Map<Integer, Map<UUID, Map<Integer, Measures>>>> ofSlices(
      SqlConnection connection, List<Manifest> manifests) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns columns = new Columns(manifests.size());
    columns.uuids(manifests, Manifest::workspace);
    columns.uuids(manifests, Manifest::account);
    columns.shorts(manifests, m -> Level.of(m.level()).orElseThrow().code());
    columns.dates(manifests, m -> m.day().date());
    columns.range(manifests, m -> m.day().date());
    return connection
        .preparedQuery(OF_SLICES)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> {
          Map<Integer, Map<UUID, Map<Integer, Measures>>> hours = new HashMap<>();
          for (Row row : rows) {
            hours
                .computeIfAbsent(row.getInteger(0), manifest -> new HashMap<>())
                .computeIfAbsent(row.getUUID(1), entity -> new HashMap<>())
                .put(row.getInteger(2), Columns.measures(row, 3, false));
          }
          return hours;
        });
  }
}
