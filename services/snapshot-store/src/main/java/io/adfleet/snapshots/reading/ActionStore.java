package io.adfleet.snapshots.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What platforms tell beside the newest figures. */
@ApplicationScoped
class ActionStore {

  private static final String KEEP =
      """
      insert into figure_actions as a (workspace_id, account_id, entity_id, metric_date, version,
          clicks_all, actions)
      select workspace_id, account_id, entity_id, metric_date, version, clicks_all, actions::jsonb
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::int8[], $6::int8[],
                    $7::text[])
               r(workspace_id, account_id, entity_id, metric_date, version, clicks_all, actions)
      on conflict (workspace_id, entity_id, metric_date) do update set
          version = excluded.version, clicks_all = excluded.clicks_all, actions = excluded.actions
        where (a.clicks_all, a.actions) is distinct from (excluded.clicks_all, excluded.actions)
      """;

  private static final String FORGET =
      """
      delete from figure_actions a
       using unnest($1::uuid[], $2::uuid[], $3::date[]) k(workspace_id, entity_id, metric_date)
       where a.workspace_id = k.workspace_id and a.entity_id = k.entity_id
         and a.metric_date = k.metric_date and a.metric_date between $4 and $5
      """;

  /** Keeps what readings tell that stand: which ones do, the guard of their figures has decided. */
  Uni<Void> keep(SqlConnection connection, List<Reading> standing) {
    List<Reading> telling = standing.stream().filter(r -> r.actions() != null).toList();
    if (telling.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Columns columns = new Columns(telling.size());
    columns.uuids(telling, Reading::workspace);
    columns.uuids(telling, Reading::account);
    columns.uuids(telling, Reading::entity);
    columns.dates(telling, r -> r.day().date());
    columns.longs(telling, Reading::version);
    columns.nullableLongs(telling, r -> Objects.requireNonNull(r.actions()).clicksAll());
    columns.texts(telling, r -> Objects.requireNonNull(r.actions()).counted());
    return connection.preparedQuery(KEEP).execute(Tuple.tuple(columns.values())).replaceWithVoid();
  }

  /** Forgets what was told of figures the platform no longer says. */
  Uni<Void> forget(SqlConnection connection, Collection<FigureKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Columns columns = new Columns(keys.size());
    columns.uuids(keys, FigureKey::workspace);
    columns.uuids(keys, FigureKey::entity);
    columns.dates(keys, FigureKey::date);
    columns.range(keys, FigureKey::date);
    return connection
        .preparedQuery(FORGET)
        .execute(Tuple.tuple(columns.values()))
        .replaceWithVoid();
  }
}
