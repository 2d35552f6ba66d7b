package io.adfleet.snapshots.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The quarter-hour slots of open dates. */
@ApplicationScoped
class SlotStore {

  private static final String APPLY =
      """
      insert into slot as s (workspace_id, account_id, level, entity_id, metric_date, slot, version,
          observed_at, spend, impressions, clicks, conversions, conversion_value, zone)
      select * from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::uuid[], $5::date[],
          $6::timestamptz[], $7::int8[], $8::timestamptz[], $9::int8[], $10::int8[], $11::int8[],
          $12::int8[], $13::int8[], $14::text[])
      on conflict (workspace_id, entity_id, metric_date, slot) do update set
          version = excluded.version, observed_at = excluded.observed_at, spend = excluded.spend,
          impressions = excluded.impressions, clicks = excluded.clicks,
          conversions = excluded.conversions, conversion_value = excluded.conversion_value,
          zone = excluded.zone
        where excluded.version >= s.version
      returning new.workspace_id, new.entity_id, new.metric_date, new.slot,
          old.version is not null and old.version < new.version
            and (old.spend, old.impressions, old.clicks, old.conversions, old.conversion_value)
              = (new.spend, new.impressions, new.clicks, new.conversions, new.conversion_value)
      """;

  private static final String STANDING =
      """
      select s.workspace_id, s.entity_id, s.metric_date, s.slot, s.version, s.observed_at,
             s.spend, s.impressions, s.clicks, s.conversions, s.conversion_value
        from unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[])
               k(workspace_id, entity_id, metric_date, slot)
        join slot s using (workspace_id, entity_id, metric_date, slot)
       where s.metric_date between $5 and $6
      """;

  private static final String FIRST =
      """
      select k.workspace_id, k.entity_id, k.metric_date, s.slot
        from unnest($1::uuid[], $2::uuid[], $3::date[]) k(workspace_id, entity_id, metric_date)
        cross join lateral (
          select min(slot) as slot from (
            select slot from slot s
             where s.workspace_id = k.workspace_id and s.entity_id = k.entity_id
               and s.metric_date = k.metric_date and s.metric_date between $4 and $5
            union all
            select slot from slot_hour s
             where s.workspace_id = k.workspace_id and s.entity_id = k.entity_id
               and s.metric_date = k.metric_date and s.metric_date between $4 and $5) both_kinds) s
       where s.slot is not null
      """;

  /**
   * Applies the newest total of each slot, in the order of the keys.
   *
   * @return for each applied key whether it only moved the version; refused keys are missing
   */
  Uni<Map<Slot.Key, Boolean>> apply(SqlConnection connection, Collection<Slot> slots) {
    if (slots.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns columns = new Columns(slots.size());
    columns.uuids(slots, Slot::workspace);
    columns.uuids(slots, Slot::account);
    columns.shorts(slots, s -> s.level().code());
    columns.uuids(slots, Slot::entity);
    columns.dates(slots, s -> s.day().date());
    columns.instants(slots, Slot::slot);
    columns.longs(slots, Slot::version);
    columns.instants(slots, Slot::observedAt);
    columns.measures(slots, Slot::measures, false);
    columns.texts(slots, s -> s.day().zone().getId());
    return connection
        .preparedQuery(APPLY)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> {
          Map<Slot.Key, Boolean> applied = HashMap.newHashMap(slots.size());
          for (Row row : rows) {
            applied.put(key(row), row.getBoolean(4));
          }
          return applied;
        });
  }

  /** The totals that stand in the slots of these; a slot nobody made is missing. */
  Uni<List<Slot>> standing(SqlConnection connection, Map<Slot.Key, Slot> slots) {
    if (slots.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Collection<Slot.Key> keys = slots.keySet();
    Columns columns = new Columns(keys.size());
    columns.uuids(keys, Slot.Key::workspace);
    columns.uuids(keys, Slot.Key::entity);
    columns.dates(keys, Slot.Key::date);
    columns.instants(keys, Slot.Key::slot);
    columns.range(keys, Slot.Key::date);
    return connection
        .preparedQuery(STANDING)
        .execute(Tuple.tuple(columns.values()))
        .map(rows ->
            Columns.list(
                rows,
                row ->
                    slots
                        .get(key(row))
                        .standing(
                            row.getLong(4),
                            row.getOffsetDateTime(5).toInstant(),
                            Columns.measures(row, 6, false))));
  }

  /** The slot of each figure's first reading; figures no open date's reading was heard of miss. */
  Uni<Map<FigureKey, Instant>> first(SqlConnection connection, Collection<FigureKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns columns = new Columns(keys.size());
    columns.uuids(keys, FigureKey::workspace);
    columns.uuids(keys, FigureKey::entity);
    columns.dates(keys, FigureKey::date);
    columns.range(keys, FigureKey::date);
    return connection
        .preparedQuery(FIRST)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> {
          Map<FigureKey, Instant> first = HashMap.newHashMap(rows.size());
          for (Row row : rows) {
            first.put(
                new FigureKey(row.getUUID(0), row.getUUID(1), row.getLocalDate(2)),
                row.getOffsetDateTime(3).toInstant());
          }
          return first;
        });
  }

  private static Slot.Key key(Row row) {
    return new Slot.Key(
        row.getUUID(0), row.getUUID(1), row.getLocalDate(2), row.getOffsetDateTime(3).toInstant());
  }
}
