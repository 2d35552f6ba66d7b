package io.adfleet.connections.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the consent of a connection reaches. */
@ApplicationScoped
public class ReachableStore {

  private static final String FORGET =
      "delete from reachable_account where workspace_id = $1 and connection_id = $2";
  private static final String ADD =
      """
      insert into reachable_account (workspace_id, connection_id, external_id, parent_external_id,
        login_customer_id, name, currency, zone, manager, state, position)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String ALL =
      """
      select external_id, parent_external_id, login_customer_id, name, currency, zone, manager, state
        from reachable_account where workspace_id = $1 and connection_id = $2 order by position
      """;

  /** Replaces what was reached before. */
  public Uni<Void> replace(
      SqlConnection c, UUID workspace, UUID connection, List<ReachableAccount> accounts) {
    Uni<Void> forgotten = forget(c, workspace, connection);
    if (accounts.isEmpty()) {
      return forgotten;
    }
    List<Tuple> rows = new ArrayList<>();
    for (ReachableAccount account : accounts) {
      rows.add(
          Tuple.from(
              Arrays.asList(
                  workspace,
                  connection,
                  account.externalId(),
                  account.parentExternalId(),
                  account.loginCustomerId(),
                  account.name(),
                  account.currency(),
                  account.zone(),
                  account.manager(),
                  account.access().word(),
                  rows.size())));
    }
    return forgotten.chain(() -> c.preparedQuery(ADD).executeBatch(rows)).replaceWithVoid();
  }

  public Uni<Void> forget(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(FORGET).execute(Tuple.of(workspace, connection)).replaceWithVoid();
  }

  /** In the order the platform lists them. */
  public Uni<List<ReachableAccount>> all(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(ALL)
        .execute(Tuple.of(workspace, connection))
        .map(rows -> {
          List<ReachableAccount> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new ReachableAccount(
                    row.getString("external_id"),
                    row.getString("parent_external_id"),
                    row.getString("login_customer_id"),
                    row.getString("name"),
                    row.getString("currency"),
                    row.getString("zone"),
                    row.getBoolean("manager"),
                    AdAccount.Access.of(row.getString("state"))));
          }
          return all;
        });
  }
}
