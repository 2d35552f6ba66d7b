package io.adfleet.connections.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connections that are not removed. */
@ApplicationScoped
public class ConnectionStore {

  private static final String COLUMNS =
      """
      workspace_id, connection_id, platform, user_id, email, state, sentence, retry_at,
      authorized_at, changed_at
      """;
  private static final String FIND =
      "select "
          + COLUMNS
          + " from connection"
          + " where workspace_id = $1 and connection_id = $2 and removed_at is null";
  private static final String LOCK = FIND + " for update";
  private static final String ALL =
      "select "
          + COLUMNS
          + " from connection"
          + " where workspace_id = $1 and removed_at is null"
          + " and ($2::uuid is null or connection_id > $2) order by connection_id limit $3";
  private static final String RENEW =
      """
      insert into connection (workspace_id, connection_id, platform, user_id, email, state,
        sentence, created_at, authorized_at, changed_at, reached_at)
      values ($1, $2, $3, $4, $5, 'pending', null, $6, $6, $6, $6)
      on conflict (workspace_id, platform, user_id) where removed_at is null
        do update set authorized_at = excluded.authorized_at, email = excluded.email,
                      reached_at = excluded.reached_at
      returning
      """
          + COLUMNS;
  private static final String UPDATE =
      """
      update connection
         set state = $3, sentence = $4, retry_at = $5, authorized_at = $6, changed_at = $7
       where workspace_id = $1 and connection_id = $2
      """;
  private static final String REMOVE =
      "update connection set removed_at = $3, changed_at = $3"
          + " where workspace_id = $1 and connection_id = $2 and removed_at is null";
  private static final String HAS_A_TWIN =
      """
      select exists (
        select from connection c join connection o using (platform, user_id)
         where c.workspace_id = $1 and c.connection_id = $2
           and o.connection_id <> c.connection_id and o.removed_at is null
           and o.state <> 'needs_reauth') as found
      """;
  private static final String RESTED =
      "select "
          + COLUMNS
          + " from connection"
          + " where state = 'rate_limited' and retry_at <= $1 and removed_at is null"
          + " order by retry_at limit $2 for update skip locked";

  private static final String CLAIM_TO_LIST =
      """
      update connection set reached_at = $1
       where (workspace_id, connection_id) in (
        select c.workspace_id, c.connection_id
          from connection c cross join lateral (
            select exists (
              select from ad_account a
               where a.workspace_id = c.workspace_id and a.connection_id = c.connection_id
                 and not a.removed and a.state = 'active' and a.currency = 'XXX') as opened) e
         where c.state = 'active' and c.removed_at is null
           and (c.reached_at is null or c.reached_at <= $2 or (c.reached_at <= $3 and e.opened))
         order by e.opened desc, c.reached_at nulls first limit $4 for update of c skip locked)
      returning
      """
          + COLUMNS;

  public Uni<Optional<Connection>> find(SqlConnection c, UUID workspace, UUID id) {
    return c.preparedQuery(FIND).execute(Tuple.of(workspace, id)).map(ConnectionStore::first);
  }

  /** The same, held until the transaction ends. */
  public Uni<Optional<Connection>> lock(SqlConnection c, UUID workspace, UUID id) {
    return c.preparedQuery(LOCK).execute(Tuple.of(workspace, id)).map(ConnectionStore::first);
  }

  /** The connections of a workspace in the order of their ids, after one of them. */
  public Uni<List<Connection>> all(
      SqlConnection c, UUID workspace, @Nullable UUID after, int limit) {
    return c.preparedQuery(ALL)
        .execute(Tuple.of(workspace, after, limit))
        .map(ConnectionStore::every);
  }

  /** The person's connection, made under this id if there is none; held. */
  public Uni<Connection> renew(
      SqlConnection c,
      UUID workspace,
      UUID id,
      String platform,
      UUID user,
      @Nullable String email,
      Instant now) {
    return c.preparedQuery(RENEW)
        .execute(Tuple.from(Arrays.asList(workspace, id, platform, user, email, at(now))))
        .map(rows -> read(rows.iterator().next()));
  }

  public Uni<Void> update(SqlConnection c, Connection connection) {
    return c.preparedQuery(UPDATE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    connection.workspaceId(),
                    connection.id(),
                    connection.state().word(),
                    connection.sentence(),
                    connection.retryAt() == null ? null : at(connection.retryAt()),
                    at(connection.authorizedAt()),
                    at(connection.changedAt()))))
        .replaceWithVoid();
  }

  public Uni<Void> remove(SqlConnection c, UUID workspace, UUID id, Instant now) {
    return c.preparedQuery(REMOVE).execute(Tuple.of(workspace, id, at(now))).replaceWithVoid();
  }

  /** Whether the person behind it is connected to the platform in another workspace too. */
  public Uni<Boolean> hasATwin(SqlConnection feed, UUID workspace, UUID id) {
    return feed.preparedQuery(HAS_A_TWIN)
        .execute(Tuple.of(workspace, id))
        .map(rows -> rows.iterator().next().getBoolean("found"));
  }

  /** Rate-limited connections of every workspace whose time has come; held. */
  Uni<List<Connection>> rested(SqlConnection feed, Instant now, int limit) {
    return feed.preparedQuery(RESTED).execute(Tuple.of(at(now), limit)).map(ConnectionStore::every);
  }

  /**
   * Connections of every workspace whose accounts are to be listed again, marked as listed; first
   * those with an account that can't be read before it was listed.
   *
   * @param usual those listed before this
   * @param eager those listed before this with an account that was opened meanwhile
   */
  public Uni<List<Connection>> claimToList(
      SqlConnection feed, Instant now, Instant usual, Instant eager, int limit) {
    return feed.preparedQuery(CLAIM_TO_LIST)
        .execute(Tuple.of(at(now), at(usual), at(eager), limit))
        .map(ConnectionStore::every);
  }

  private static Optional<Connection> first(RowSet<Row> rows) {
    return rows.rowCount() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  private static List<Connection> every(RowSet<Row> rows) {
    List<Connection> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(read(row));
    }
    return all;
  }

  private static Connection read(Row row) {
    OffsetDateTime retryAt = row.getOffsetDateTime("retry_at");
    return new Connection(
        row.getUUID("workspace_id"),
        row.getUUID("connection_id"),
        row.getString("platform"),
        row.getUUID("user_id"),
        row.getString("email"),
        ConnectionState.of(row.getString("state")),
        row.getString("sentence"),
        retryAt == null ? null : retryAt.toInstant(),
        row.getOffsetDateTime("authorized_at").toInstant(),
        row.getOffsetDateTime("changed_at").toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
