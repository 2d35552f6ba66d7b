package io.adfleet.gateway.token;

import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
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
class ApiTokenStore {

  private static final String INSERT =
      """
      insert into api_token
        (workspace_id, token_id, user_id, name, role, hash, ending, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String OF_USER =
      """
      select workspace_id, token_id, user_id, name, role, ending, created_at, expires_at
      from api_token
      where user_id = $1 and ($2::uuid is null or workspace_id = $2) and expires_at > $3
      order by token_id
      limit 500
      """;

  private static final String HOLDER =
      """
      select t.workspace_id, t.user_id, t.role as cap, t.expires_at, u.email, m.role
      from api_token t
        join app_user u using (user_id)
        join membership m on m.workspace_id = t.workspace_id and m.user_id = t.user_id
      where t.hash = $1 and t.expires_at > $2
      """;

  private static final String WORKSPACE_OF =
      "select workspace_id from api_token where user_id = $1 and token_id = $2";

  private static final String DELETE =
      "delete from api_token where workspace_id = $1 and user_id = $2 and token_id = $3"
          + " returning hash";

  private static final String DELETE_EXPIRED = "delete from api_token where expires_at <= $1";

  /** Whom a token acts for: the person's own role there and the most the token may be. */
  record Holder(UUID user, String email, UUID workspace, Role cap, Role member) {}

  Uni<Void> insert(SqlClient client, ApiToken token, byte[] hash) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(token.workspace())
                .addUUID(token.id())
                .addUUID(token.user())
                .addString(token.name())
                .addString(token.role().word())
                .addValue(Buffer.buffer(hash))
                .addString(token.ending())
                .addValue(token.createdAt().atOffset(ZoneOffset.UTC))
                .addValue(token.expiresAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** A person's living tokens; by the feed role, for they may be in several workspaces. */
  Uni<List<ApiToken>> ofUser(SqlClient feed, UUID user, @Nullable UUID only, Instant now) {
    return feed.preparedQuery(OF_USER)
        .execute(Tuple.of(user, only, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> {
          List<ApiToken> tokens = new ArrayList<>();
          rows.forEach(row -> tokens.add(read(row)));
          return tokens;
        });
  }

  /** Whom the token of this hash acts for; by the feed role, for its workspace is not known yet. */
  Uni<Optional<Holder>> holder(SqlClient feed, byte[] hash, Instant now) {
    return feed.preparedQuery(HOLDER)
        .execute(Tuple.of(Buffer.buffer(hash), now.atOffset(ZoneOffset.UTC)))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(
                new Holder(
                    row.getUUID("user_id"),
                    row.getString("email"),
                    row.getUUID("workspace_id"),
                    Role.of(row.getString("cap")).orElseThrow(),
                    Role.of(row.getString("role")).orElseThrow()));
          }
          return Optional.empty();
        });
  }

  /** Where a person's token is; by the feed role, for the path names no workspace. */
  Uni<Optional<UUID>> workspaceOf(SqlClient feed, UUID user, UUID token) {
    return feed.preparedQuery(WORKSPACE_OF)
        .execute(Tuple.of(user, token))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(row.getUUID(0));
          }
          return Optional.empty();
        });
  }

  /** The hash of the token that was deleted. */
  Uni<Optional<byte[]>> delete(SqlClient client, UUID workspace, UUID user, UUID token) {
    return client
        .preparedQuery(DELETE)
        .execute(Tuple.of(workspace, user, token))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(row.getBuffer(0).getBytes());
          }
          return Optional.empty();
        });
  }

  Uni<Integer> deleteExpired(SqlClient feed, Instant now) {
    return feed.preparedQuery(DELETE_EXPIRED)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .map(SqlResult::rowCount);
  }

  private static ApiToken read(Row row) {
    return new ApiToken(
        row.getUUID("token_id"),
        row.getUUID("workspace_id"),
        row.getUUID("user_id"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow(),
        row.getString("ending"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getOffsetDateTime("expires_at").toInstant());
  }
}
