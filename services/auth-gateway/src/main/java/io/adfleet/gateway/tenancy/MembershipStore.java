package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MembershipStore {

  private static final String UPSERT =
      """
      insert into membership (workspace_id, user_id, role, version, created_at)
      values ($1, $2, $3, nextval('membership_version'), $4)
      on conflict (workspace_id, user_id)
        do update set role = excluded.role, version = nextval('membership_version')
      returning version
      """;

  private static final String DELETE =
      """
      delete from membership where workspace_id = $1 and user_id = $2
      returning role, nextval('membership_version') as version
      """;

  private static final String ROLE =
      "select role from membership where user_id = $1 and workspace_id = $2";

  private static final String OF_WORKSPACE =
      """
      select m.user_id, u.email, m.role
      from membership m join app_user u using (user_id)
      where m.workspace_id = $1
      order by m.created_at, m.user_id
      limit 500
      """;

  private static final String SEATS =
      "select user_id, role from membership where workspace_id = $1 for update";

  private static final String USER_OF_EMAIL =
      "select user_id from app_user where lower(confirmed_email) = lower($1)";

  /** A member with the address by which people know them. */
  record Member(UUID user, String email, Role role) {}

  Uni<Membership> upsert(SqlClient client, UUID workspace, UUID user, Role role, Instant now) {
    return client
        .preparedQuery(UPSERT)
        .execute(Tuple.of(workspace, user, role.word(), now.atOffset(ZoneOffset.UTC)))
        .map(rows ->
            new Membership(workspace, user, role, rows.iterator().next().getLong("version")));
  }

  /** The membership that was, with the version of its end. */
  Uni<Optional<Membership>> delete(SqlClient client, UUID workspace, UUID user) {
    return client
        .preparedQuery(DELETE)
        .execute(Tuple.of(workspace, user))
        .map(rows -> {
          for (Row row : rows) {
            Role role = Role.of(row.getString("role")).orElseThrow();
            return Optional.of(new Membership(workspace, user, role, row.getLong("version")));
          }
          return Optional.empty();
        });
  }

  Uni<Optional<Role>> role(SqlClient client, UUID user, UUID workspace) {
    return client
        .preparedQuery(ROLE)
        .execute(Tuple.of(user, workspace))
        .map(rows -> {
          for (Row row : rows) {
            return Role.of(row.getString("role"));
          }
          return Optional.empty();
        });
  }

  Uni<List<Member>> ofWorkspace(SqlClient client, UUID workspace) {
    return client
        .preparedQuery(OF_WORKSPACE)
        .execute(Tuple.of(workspace))
        .map(rows -> {
          List<Member> members = new ArrayList<>();
          rows.forEach(row ->
              members.add(
                  new Member(
                      row.getUUID("user_id"),
                      row.getString("email"),
                      Role.of(row.getString("role")).orElseThrow())));
          return members;
        });
  }

  /** Everybody's role, which nobody else changes until the transaction ends. */
  Uni<Seats> seats(SqlClient client, UUID workspace) {
    return client
        .preparedQuery(SEATS)
        .execute(Tuple.of(workspace))
        .map(rows -> {
          Map<UUID, Role> roles = new HashMap<>();
          rows.forEach(row ->
              roles.put(row.getUUID("user_id"), Role.of(row.getString("role")).orElseThrow()));
          return new Seats(roles);
        });
  }

  Uni<Optional<UUID>> userOfEmail(SqlClient client, String email) {
    return client
        .preparedQuery(USER_OF_EMAIL)
        .execute(Tuple.of(email))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(row.getUUID("user_id"));
          }
          return Optional.empty();
        });
  }
}
