package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class WorkspaceStore {

  private static final String INSERT =
      """
      insert into workspace (workspace_id, name, currency, zone, version, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $6, $6)
      """;

  private static final String FIND =
      """
      select workspace_id, name, currency, zone, version, updated_at
      from workspace where workspace_id = $1
      """;

  private static final String UPDATE =
      """
      update workspace set name = $2, currency = $3, zone = $4, version = $5, updated_at = $6
      where workspace_id = $1 and version = $5 - 1
      """;

  private static final String OF_USER =
      """
      select w.workspace_id, w.name, w.currency, w.zone, w.version, w.updated_at, m.role
      from membership m join workspace w using (workspace_id)
      where m.user_id = $1
        and ($2::uuid is null or w.workspace_id = $2)
        and ($3::uuid is null or w.workspace_id > $3)
      order by w.workspace_id
      limit $4
      """;

  /** A workspace as one of its members sees it. */
  record Seen(Workspace workspace, Role role) {}

  Uni<Void> insert(SqlClient client, Workspace workspace) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                workspace.id(),
                workspace.name(),
                workspace.currency(),
                workspace.zone(),
                workspace.version(),
                workspace.updatedAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<Optional<Workspace>> find(SqlClient client, UUID id) {
    return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> first(rows));
  }

  /** False where somebody else changed it meanwhile. */
  Uni<Boolean> update(SqlClient client, Workspace changed) {
    return client
        .preparedQuery(UPDATE)
        .execute(
            Tuple.of(
                changed.id(),
                changed.name(),
                changed.currency(),
                changed.zone(),
                changed.version(),
                changed.updatedAt().atOffset(ZoneOffset.UTC)))
        .map(result -> result.rowCount() == 1);
  }

  /** The workspaces of a person, oldest first; by the feed role, for none is chosen yet. */
  Uni<List<Seen>> ofUser(
      SqlClient feed, UUID user, @Nullable UUID only, @Nullable UUID after, int limit) {
    return feed.preparedQuery(OF_USER)
        .execute(Tuple.of(user, only, after, limit))
        .map(rows -> {
          List<Seen> seen = new ArrayList<>();
          rows.forEach(
              row -> seen.add(new Seen(read(row), Role.of(row.getString("role")).orElseThrow())));
          return seen;
        });
  }

  private static Optional<Workspace> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  private static Workspace read(Row row) {
    Instant updatedAt = row.getOffsetDateTime("updated_at").toInstant();
    return new Workspace(
        row.getUUID("workspace_id"),
        row.getString("name"),
        row.getString("currency"),
        row.getString("zone"),
        row.getLong("version"),
        updatedAt);
  }
}
