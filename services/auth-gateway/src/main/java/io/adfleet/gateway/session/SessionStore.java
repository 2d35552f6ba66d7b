package io.adfleet.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SessionStore {

  /** An address is whose Keycloak says it is now, though somebody else had it before. */
  private static final String TAKE_ADDRESS =
      """
      update app_user set confirmed_email = null
      where lower(confirmed_email) = lower($1) and subject <> $2
      """;

  /** The subject decides who it is; an e-mail address may change. */
  private static final String PROVISION =
      """
      insert into app_user (user_id, subject, email, confirmed_email, created_at, updated_at)
      values ($1, $2, $3, $4, $5, $5)
      on conflict (subject) do update
        set email = excluded.email,
          confirmed_email = excluded.confirmed_email,
          updated_at = excluded.updated_at
      returning user_id
      """;

  private static final String INSERT =
      """
      insert into login_session
        (key, user_id, provider_session, sealed_id_token, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6)
      """;

  private static final String WHO =
      """
      select s.user_id, u.email, s.expires_at
      from login_session s join app_user u using (user_id)
      where s.key = $1 and s.expires_at > $2
      """;

  private static final String TOKEN =
      "select sealed_id_token from login_session where key = $1 and expires_at > $2";

  private static final String DELETE = "delete from login_session where key = $1";

  private static final String DELETE_OF_PROVIDER_SESSION =
      "delete from login_session where provider_session = $1";

  private static final String DELETE_OF_SUBJECT =
      """
      delete from login_session
      where user_id = (select user_id from app_user where subject = $1)
      """;

  private static final String DELETE_EXPIRED = "delete from login_session where expires_at <= $1";

  /** Who a session belongs to. */
  record Holder(UUID user, String email, Instant expiresAt) {}

  Uni<UUID> provision(SqlClient client, UUID fresh, Sessions.SignedIn person, Instant now) {
    String confirmed = person.confirmed() ? person.email() : null;
    return client
        .preparedQuery(TAKE_ADDRESS)
        .execute(Tuple.of(confirmed, person.subject()))
        .chain(() ->
            client
                .preparedQuery(PROVISION)
                .execute(Tuple.of(fresh, person.subject(), person.email(), confirmed, utc(now))))
        .map(rows -> rows.iterator().next().getUUID(0));
  }

  Uni<Void> insert(
      SqlClient client,
      byte[] key,
      UUID user,
      @Nullable String providerSession,
      byte[] sealedIdToken,
      Instant now,
      Instant expiresAt) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addValue(Buffer.buffer(key))
                .addUUID(user)
                .addString(providerSession)
                .addValue(Buffer.buffer(sealedIdToken))
                .addValue(utc(now))
                .addValue(utc(expiresAt)))
        .replaceWithVoid();
  }

  Uni<Optional<Holder>> holder(SqlClient client, byte[] key, Instant now) {
    return client
        .preparedQuery(WHO)
        .execute(Tuple.of(Buffer.buffer(key), utc(now)))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Holder(
                        row.getUUID(0), row.getString(1), row.getOffsetDateTime(2).toInstant())));
  }

  Uni<Optional<byte[]>> sealedIdToken(SqlClient client, byte[] key, Instant now) {
    return client
        .preparedQuery(TOKEN)
        .execute(Tuple.of(Buffer.buffer(key), utc(now)))
        .map(rows -> first(rows).map(row -> row.getBuffer(0).getBytes()));
  }

  Uni<Integer> delete(SqlClient client, byte[] key) {
    return deleted(client, DELETE, Tuple.of(Buffer.buffer(key)));
  }

  Uni<Integer> deleteOfProviderSession(SqlClient client, String providerSession) {
    return deleted(client, DELETE_OF_PROVIDER_SESSION, Tuple.of(providerSession));
  }

  Uni<Integer> deleteOfSubject(SqlClient client, String subject) {
    return deleted(client, DELETE_OF_SUBJECT, Tuple.of(subject));
  }

  Uni<Integer> deleteExpired(SqlClient client, Instant now) {
    return deleted(client, DELETE_EXPIRED, Tuple.of(utc(now)));
  }

  private static Uni<Integer> deleted(SqlClient client, String sql, Tuple parameters) {
    return client.preparedQuery(sql).execute(parameters).map(SqlResult::rowCount);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
