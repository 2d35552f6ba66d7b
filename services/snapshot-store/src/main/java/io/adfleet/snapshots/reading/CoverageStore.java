package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last closed and the last refused version of every slice. */
@ApplicationScoped
class CoverageStore {

  private static final String STANDING =
      """
      select c.workspace_id, c.account_id, c.report, c.level, c.metric_date, c.platform,
             c.read_open, c.settled_at, c.closed_version, c.closed_observed_at, c.closed_at, c.rows,
             c.refused_version, c.refused_at, c.refused_reason,
             c.spend, c.impressions, c.clicks, c.conversions, c.conversion_value,
             c.total_spend, c.total_impressions, c.total_clicks, c.total_conversions,
             c.total_conversion_value
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[])
               k(workspace_id, account_id, report, level, metric_date)
        join coverage c using (workspace_id, account_id, report, level, metric_date)
      """;

  private static final String CLOSE =
      """
      insert into coverage as c (workspace_id, account_id, report, level, metric_date, platform,
          zone, currency, read_open, settled_at, closed_version, closed_observed_at, closed_at, rows,
          spend, impressions, clicks, conversions, conversion_value, total_spend,
          total_impressions, total_clicks, total_conversions, total_conversion_value)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[],
          $7::text[], $8::text[], $9::bool[], $10::timestamptz[], $11::int8[], $12::timestamptz[],
          $13::timestamptz[], $14::int4[], $15::int8[], $16::int8[], $17::int8[], $18::int8[],
          $19::int8[], $20::int8[], $21::int8[], $22::int8[], $23::int8[], $24::int8[])
      on conflict (workspace_id, account_id, report, level, metric_date) do update set
          zone = excluded.zone, currency = excluded.currency,
          read_open = c.read_open or excluded.read_open,
          settled_at = coalesce(c.settled_at, excluded.settled_at),
          closed_version = excluded.closed_version,
          closed_observed_at = excluded.closed_observed_at, closed_at = excluded.closed_at,
          rows = excluded.rows, spend = excluded.spend, impressions = excluded.impressions,
          clicks = excluded.clicks, conversions = excluded.conversions,
          conversion_value = excluded.conversion_value, total_spend = excluded.total_spend,
          total_impressions = excluded.total_impressions, total_clicks = excluded.total_clicks,
          total_conversions = excluded.total_conversions,
          total_conversion_value = excluded.total_conversion_value,
          refused_version = null, refused_at = null, refused_reason = null
        where (c.closed_version is null or excluded.closed_version > c.closed_version)
          and (c.refused_version is null or excluded.closed_version >= c.refused_version)
      """;

  private static final String REFUSE =
      """
      insert into coverage as c (workspace_id, account_id, report, level, metric_date, platform,
          zone, currency, refused_version, refused_at, refused_reason)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[],
          $7::text[], $8::text[], $9::int8[], $10::timestamptz[], $11::text[])
      on conflict (workspace_id, account_id, report, level, metric_date) do update set
          refused_version = excluded.refused_version, refused_at = excluded.refused_at,
          refused_reason = excluded.refused_reason
        where (c.closed_version is null or excluded.refused_version > c.closed_version)
          and (c.refused_version is null or excluded.refused_version > c.refused_version)
      """;

  /** A manifest that did not match, and why. */
  record Refusal(Manifest manifest, String reason) {}

  /** The coverage of these slices as it stands; slices without any are missing. */
  Uni<Map<SliceKey, Coverage>> standing(SqlConnection connection, Collection<SliceKey> slices) {
    if (slices.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns columns = new Columns(slices.size());
    columns.uuids(slices, SliceKey::workspace);
    columns.uuids(slices, SliceKey::account);
    columns.texts(slices, SliceKey::report);
    columns.texts(slices, SliceKey::level);
    columns.dates(slices, SliceKey::date);
    return connection
        .preparedQuery(STANDING)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> {
          Map<SliceKey, Coverage> standing = HashMap.newHashMap(rows.size());
          for (Row row : rows) {
            Coverage coverage = coverage(row);
            standing.put(coverage.slice(), coverage);
          }
          return standing;
        });
  }

  /** Closes slices; one that is closed at this version already stays as it is. */
  Uni<Void> close(SqlConnection connection, List<Manifest> manifests, Instant now) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Columns columns = slices(manifests);
    columns.booleans(manifests, m -> m.day().isOpenAt(m.observedAt()));
    columns.instants(manifests, m -> m.day().hasEndedAt(m.observedAt()) ? m.observedAt() : null);
    columns.longs(manifests, Manifest::version);
    columns.instants(manifests, Manifest::observedAt);
    columns.instants(manifests, m -> now);
    columns.ints(manifests, Manifest::rows);
    columns.measures(manifests, Manifest::sums, false);
    columns.measures(manifests, Manifest::total, false);
    return connection.preparedQuery(CLOSE).execute(Tuple.tuple(columns.values())).replaceWithVoid();
  }

  /** Names refused versions; what was closed stays. */
  Uni<Void> refuse(SqlConnection connection, List<Refusal> refusals, Instant now) {
    if (refusals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Manifest> manifests = refusals.stream().map(Refusal::manifest).toList();
    Columns columns = slices(manifests);
    columns.longs(manifests, Manifest::version);
    columns.instants(manifests, m -> now);
    columns.texts(refusals, Refusal::reason);
    return connection
        .preparedQuery(REFUSE)
        .execute(Tuple.tuple(columns.values()))
        .replaceWithVoid();
  }

  private static Columns slices(List<Manifest> manifests) {
    Columns columns = new Columns(manifests.size());
    columns.uuids(manifests, Manifest::workspace);
    columns.uuids(manifests, Manifest::account);
    columns.texts(manifests, Manifest::report);
    columns.texts(manifests, Manifest::level);
    columns.dates(manifests, m -> m.day().date());
    columns.texts(manifests, Manifest::platform);
    columns.texts(manifests, m -> m.day().zone().getId());
    columns.texts(manifests, Manifest::currency);
    return columns;
  }

  private static Coverage coverage(Row row) {
    Long closed = row.getLong("closed_version");
    Long refused = row.getLong("refused_version");
    return new Coverage(
        new SliceKey(
            row.getUUID("workspace_id"),
            row.getUUID("account_id"),
            row.getString("report"),
            row.getString("level"),
            row.getLocalDate("metric_date")),
        row.getString("platform"),
        row.getBoolean("read_open"),
        instant(row, "settled_at"),
        closed == null
            ? null
            : new Coverage.Closed(
                closed,
                row.getOffsetDateTime("closed_observed_at").toInstant(),
                row.getOffsetDateTime("closed_at").toInstant(),
                row.getInteger("rows"),
                Columns.measures(row, row.getColumnIndex("spend"), false),
                total(row)),
        refused == null
            ? null
            : new Coverage.Refused(
                refused,
                row.getOffsetDateTime("refused_at").toInstant(),
                row.getString("refused_reason")));
  }

  private static @Nullable Measures total(Row row) {
    return Columns.measuresOrNull(row, row.getColumnIndex("total_spend"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
