package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What slices hold, compared with their manifests, and what they no longer say. */
@ApplicationScoped
class ManifestStore {

  private static final String HOLDING =
      """
      select c.rows, c.newer, c.older, v.closed_version, v.refused_version
        from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::date[], $5::int8[], $6::text[],
               $7::text[]) with ordinality
               m(workspace_id, account_id, level, metric_date, version, report, level_word, n)
        cross join lateral (
          select count(*) filter (where f.version = m.version and not f.absent) as rows,
                 count(*) filter (where f.version > m.version) as newer,
                 count(*) filter (where f.version < m.version
                                     or (f.version = m.version and f.absent)) as older
            from %s f
           where f.workspace_id = m.workspace_id and f.account_id = m.account_id
             and f.level = m.level and f.metric_date = m.metric_date
             and f.metric_date between $8 and $9) c
        left join coverage v
          on v.workspace_id = m.workspace_id and v.account_id = m.account_id
         and v.report = m.report and v.level = m.level_word and v.metric_date = m.metric_date
       order by m.n
      """;
  private static final String HOLDING_FIGURES = HOLDING.formatted("figure");
  private static final String HOLDING_HOURS = HOLDING.formatted("hour");

  private static final String HOLDING_NO_ROWS =
      """
      select m.rows, 0 as newer, 0 as older, v.closed_version, v.refused_version
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[], $6::int4[])
               with ordinality
               m(workspace_id, account_id, report, level, metric_date, rows, n)
        left join coverage v using (workspace_id, account_id, report, level, metric_date)
       order by m.n
      """;

  private static final String ZERO_FIGURES =
      """
      update figure f
         set version = z.version, observed_at = z.observed_at, absent = true,
             believed_from = case
               when (f.spend, f.impressions, f.clicks, f.conversions, f.conversion_value,
                     coalesce(f.conversions_by_date, 0), coalesce(f.conversion_value_by_date, 0))
                 = (0, 0, 0, 0, 0, 0, 0)
               then f.believed_from else greatest(f.believed_from, z.observed_at) end,
             spend = 0, impressions = 0, clicks = 0, conversions = 0, conversion_value = 0,
             conversions_by_date = 0 * f.conversions_by_date,
             conversion_value_by_date = 0 * f.conversion_value_by_date
        from (
          select m.n, m.workspace_id, k.entity_id, m.metric_date, m.version, m.observed_at
            from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::date[], $5::int8[],
                   $6::timestamptz[]) with ordinality
                   m(workspace_id, account_id, level, metric_date, version, observed_at, n)
            cross join lateral (
              select entity_id from figure f
               where f.workspace_id = m.workspace_id and f.account_id = m.account_id
                 and f.level = m.level and f.metric_date = m.metric_date
                 and f.metric_date between $7 and $8
                 and (f.version < m.version or (f.version = m.version and f.absent))
               order by entity_id) k) z
       where f.workspace_id = z.workspace_id and f.entity_id = z.entity_id
         and f.metric_date = z.metric_date and f.metric_date between $7 and $8
         and (f.version < z.version or (f.version = z.version and f.absent))
      returning old.version, old.observed_at, old.believed_from, old.absent, old.spend,
          old.impressions, old.clicks, old.conversions, old.conversion_value,
          old.conversions_by_date, old.conversion_value_by_date, (z.n - 1)::int4 as manifest,
          new.entity_id, new.external_id, new.currency
      """;

  private static final String ZERO_HOURS =
      """
      update hour f
         set version = m.version, observed_at = m.observed_at, absent = true,
             spend = 0, impressions = 0, clicks = 0, conversions = 0, conversion_value = 0
        from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::date[], $5::int8[], $6::timestamptz[])
               m(workspace_id, account_id, level, metric_date, version, observed_at)
       where f.workspace_id = m.workspace_id and f.account_id = m.account_id
         and f.level = m.level and f.metric_date = m.metric_date
         and f.metric_date between $7 and $8
         and (f.version < m.version or (f.version = m.version and f.absent))
      """;

  private static final String ABSENT =
      """
      select f.workspace_id, f.account_id, f.platform, f.level, f.entity_id, f.external_id,
             f.metric_date, f.currency, f.version, f.observed_at, f.believed_from, f.absent,
             f.spend, f.impressions, f.clicks, f.conversions, f.conversion_value,
             f.conversions_by_date, f.conversion_value_by_date
        from unnest($1::uuid[], $2::uuid[], $3::int2[], $4::date[])
               m(workspace_id, account_id, level, metric_date)
        join figure f using (workspace_id, account_id, level, metric_date)
       where f.absent and f.metric_date between $5 and $6
      """;

  /** What a slice holds, and how many of its rows a manifest that closes would zero. */
  record Looked(Manifest.Holding holding, int older) {}

  /** A row that became, or again is, zero and absent. */
  record Zeroed(Manifest manifest, UUID entity, String externalId, String currency, Held before) {

    /** What the manifest says of it: nothing happened. */
    Reading reading() {
      return new Reading(
          manifest.workspace(),
          manifest.account(),
          manifest.platform(),
          Level.of(manifest.level()).orElseThrow(),
          entity,
          externalId,
          manifest.day(),
          manifest.observedAt(),
          manifest.version(),
          currency,
          before.measures().zeroed(),
          null,
          manifest.trace());
    }
  }

  /** What the slices of these manifests hold, in their order; each slice at most once. */
  Uni<List<Looked>> figures(SqlConnection connection, List<Manifest> manifests) {
    return holding(connection, HOLDING_FIGURES, manifests);
  }

  /** The same of hourly reports. */
  Uni<List<Looked>> hours(SqlConnection connection, List<Manifest> manifests) {
    return holding(connection, HOLDING_HOURS, manifests);
  }

  /** The same of reports whose rows are kept elsewhere: they hold what they say. */
  Uni<List<Looked>> others(SqlConnection connection, List<Manifest> manifests) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns columns = new Columns(manifests.size());
    columns.uuids(manifests, Manifest::workspace);
    columns.uuids(manifests, Manifest::account);
    columns.texts(manifests, Manifest::report);
    columns.texts(manifests, Manifest::level);
    columns.dates(manifests, m -> m.day().date());
    columns.ints(manifests, Manifest::rows);
    return connection
        .preparedQuery(HOLDING_NO_ROWS)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> Columns.list(rows, ManifestStore::looked));
  }

  private static Uni<List<Looked>> holding(
      SqlConnection connection, String sql, List<Manifest> manifests) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns columns = slices(manifests);
    columns.longs(manifests, Manifest::version);
    columns.texts(manifests, Manifest::report);
    columns.texts(manifests, Manifest::level);
    columns.range(manifests, m -> m.day().date());
    return connection
        .preparedQuery(sql)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> Columns.list(rows, ManifestStore::looked));
  }

  private static Looked looked(Row row) {
    return new Looked(
        new Manifest.Holding(row.getInteger(0), row.getInteger(1), row.getLong(3), row.getLong(4)),
        row.getInteger(2));
  }

  /** Zeroes what these closing manifests no longer say; repeating it gives the same rows. */
  Uni<List<Zeroed>> zeroFigures(SqlConnection connection, List<Manifest> manifests) {
    return changed(
        connection,
        ZERO_FIGURES,
        manifests,
        row ->
            new Zeroed(
                manifests.get(row.getInteger("manifest")),
                row.getUUID("entity_id"),
                row.getString("external_id"),
                row.getString("currency"),
                Objects.requireNonNull(FigureStore.held(row, 0))));
  }

  /** The same for hourly reports. */
  Uni<Void> zeroHours(SqlConnection connection, List<Manifest> manifests) {
    return changed(connection, ZERO_HOURS, manifests, row -> row).replaceWithVoid();
  }

  private static <T> Uni<List<T>> changed(
      SqlConnection connection, String sql, List<Manifest> manifests, Function<Row, T> read) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns columns = slices(manifests);
    columns.longs(manifests, Manifest::version);
    columns.instants(manifests, Manifest::observedAt);
    columns.range(manifests, m -> m.day().date());
    return connection
        .preparedQuery(sql)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> Columns.list(rows, read));
  }

  /** The rows of these slices that are zero because the platform no longer says them. */
  Uni<List<Figure>> absent(SqlConnection connection, List<Manifest> manifests) {
    if (manifests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Columns columns = slices(manifests);
    columns.range(manifests, m -> m.day().date());
    return connection
        .preparedQuery(ABSENT)
        .execute(Tuple.tuple(columns.values()))
        .map(rows -> Columns.list(rows, row -> FigureStore.standing(row).figure()));
  }

  private static Columns slices(List<Manifest> manifests) {
    Columns columns = new Columns(manifests.size());
    columns.uuids(manifests, Manifest::workspace);
    columns.uuids(manifests, Manifest::account);
    columns.shorts(manifests, m -> Level.of(m.level()).orElseThrow().code());
    columns.dates(manifests, m -> m.day().date());
    return columns;
  }
}
