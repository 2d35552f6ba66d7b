package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest figures and what they replaced. */
@ApplicationScoped
class FigureStore {

  private static final String APPLY =
      """
      insert into figure as f (workspace_id, account_id, level, entity_id, metric_date, version,
          observed_at, believed_from, spend, impressions, clicks, conversions, conversion_value,
          conversions_by_date, conversion_value_by_date, platform, external_id, currency)
      select * from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::uuid[], $5::date[], $6::int8[],
          $7::timestamptz[], $8::timestamptz[], $9::int8[], $10::int8[], $11::int8[], $12::int8[],
          $13::int8[], $14::int8[], $15::int8[], $16::text[], $17::text[], $18::text[])
      on conflict (workspace_id, entity_id, metric_date) do update set
          version = excluded.version, observed_at = excluded.observed_at, absent = false,
          believed_from = case
            when (f.spend, f.impressions, f.clicks, f.conversions, f.conversion_value,
                  coalesce(f.conversions_by_date, 0), coalesce(f.conversion_value_by_date, 0))
              = (excluded.spend, excluded.impressions, excluded.clicks, excluded.conversions,
                  excluded.conversion_value, coalesce(excluded.conversions_by_date, 0),
                  coalesce(excluded.conversion_value_by_date, 0))
            then f.believed_from
            else greatest(f.believed_from, excluded.believed_from) end,
          spend = excluded.spend, impressions = excluded.impressions, clicks = excluded.clicks,
          conversions = excluded.conversions, conversion_value = excluded.conversion_value,
          conversions_by_date = excluded.conversions_by_date,
          conversion_value_by_date = excluded.conversion_value_by_date,
          currency = excluded.currency
        where excluded.version >= f.version
      returning new.workspace_id, new.entity_id, new.metric_date, old.version, old.observed_at,
          old.believed_from, old.absent, old.spend, old.impressions, old.clicks, old.conversions,
          old.conversion_value, old.conversions_by_date, old.conversion_value_by_date
      """;

  private static final String STANDING =
      """
      select f.workspace_id, f.account_id, f.platform, f.level, f.entity_id, f.external_id,
             f.metric_date, f.currency, f.version, f.observed_at, f.believed_from, f.absent,
             f.spend, f.impressions, f.clicks, f.conversions, f.conversion_value,
             f.conversions_by_date, f.conversion_value_by_date
        from unnest($1::uuid[], $2::uuid[], $3::date[]) k(workspace_id, entity_id, metric_date)
        join figure f using (workspace_id, entity_id, metric_date)
       where f.metric_date between $4 and $5
      """;

  private static final String RESTATE =
      """
      insert into restatement (workspace_id, account_id, entity_id, metric_date, version,
          believed_from, believed_to, spend, impressions, clicks, conversions, conversion_value,
          conversions_by_date, conversion_value_by_date)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::int8[],
          $6::timestamptz[], $7::timestamptz[], $8::int8[], $9::int8[], $10::int8[], $11::int8[],
          $12::int8[], $13::int8[], $14::int8[])
      on conflict do nothing
      """;

  /** A figure as it stands, with since when it is believed. */
  record Standing(Figure figure, Held held) {}

  /**
   * Applies the newest reading of each key, in the order of the keys.
   *
   * @return what each applied key held before, null where it is new; refused keys are missing
   */
  Uni<Map<FigureKey, @Nullable Held>> apply(SqlConnection connection, List<Course> courses) {
    if (courses.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return connection
        .preparedQuery(APPLY)
        .execute(Tuple.tuple(columns(courses).values()))
        .map(rows -> {
          Map<FigureKey, @Nullable Held> before = HashMap.newHashMap(courses.size());
          for (Row row : rows) {
            before.put(
                new FigureKey(row.getUUID(0), row.getUUID(1), row.getLocalDate(2)), held(row, 3));
          }
          return before;
        });
  }

  private static Columns columns(List<Course> courses) {
    Columns columns = new Columns(courses.size());
    List<Reading> rows = courses.stream().map(Course::newest).toList();
    columns.uuids(rows, Reading::workspace);
    columns.uuids(rows, Reading::account);
    columns.shorts(rows, r -> r.level().code());
    columns.uuids(rows, Reading::entity);
    columns.dates(rows, r -> r.day().date());
    columns.longs(rows, Reading::version);
    columns.instants(rows, Reading::observedAt);
    columns.instants(courses, Course::believedFrom);
    columns.measures(rows, Reading::measures, true);
    columns.texts(rows, Reading::platform);
    columns.texts(rows, Reading::externalId);
    columns.texts(rows, Reading::currency);
    return columns;
  }

  /** The figures of these keys as they stand. */
  Uni<List<Standing>> standing(SqlConnection connection, Collection<FigureKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns columns = new Columns(keys.size());
    columns.uuids(keys, FigureKey::workspace);
    columns.uuids(keys, FigureKey::entity);
    columns.dates(keys, FigureKey::date);
    columns.range(keys, FigureKey::date);
    return connection
        .preparedQuery(STANDING)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> Columns.list(rows, FigureStore::standing));
  }

  /** Keeps beliefs that ended; one that is kept already stays as it is. */
  Uni<Void> keep(SqlConnection connection, List<Restatement> ended) {
    if (ended.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Columns columns = new Columns(ended.size());
    columns.uuids(ended, r -> r.key().workspace());
    columns.uuids(ended, Restatement::account);
    columns.uuids(ended, r -> r.key().entity());
    columns.dates(ended, r -> r.key().date());
    columns.longs(ended, Restatement::version);
    columns.instants(ended, Restatement::from);
    columns.instants(ended, Restatement::to);
    columns.measures(ended, Restatement::measures, true);
    return connection
        .preparedQuery(RESTATE)
        .execute(Tuple.tuple(columns.values()))
        .replaceWithVoid();
  }

  static Standing standing(Row row) {
    Figure figure =
        new Figure(
            row.getUUID("workspace_id"),
            row.getUUID("account_id"),
            row.getString("platform"),
            Level.of(row.getShort("level")),
            row.getUUID("entity_id"),
            row.getString("external_id"),
            row.getLocalDate("metric_date"),
            row.getString("currency"),
            row.getLong("version"),
            row.getOffsetDateTime("observed_at").toInstant(),
            row.getBoolean("absent"),
            Columns.measures(row, row.getColumnIndex("spend"), true));
    return new Standing(
        figure,
        new Held(
            figure.version(),
            figure.observedAt(),
            row.getOffsetDateTime("believed_from").toInstant(),
            figure.absent(),
            figure.measures()));
  }

  /** What a row held before, from the column of its version on; null if there was none. */
  static @Nullable Held held(Row row, int first) {
    Long version = row.getLong(first);
    return version == null
        ? null
        : new Held(
            version,
            row.getOffsetDateTime(first + 1).toInstant(),
            row.getOffsetDateTime(first + 2).toInstant(),
            row.getBoolean(first + 3),
            Columns.measures(row, first + 4, true));
  }
}
