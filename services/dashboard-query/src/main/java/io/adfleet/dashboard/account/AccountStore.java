package io.adfleet.dashboard.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads the workspace and its connected accounts; row-level security picks the workspace. */
@ApplicationScoped
class AccountStore {

  private static final String WORKSPACE =
      """
      select currency, zone from workspace where not removed
      """;

  private static final String ACCOUNTS =
      """
      select account_id, platform, external_id, name, currency, zone, state, connection_state,
             history_from, closed_at
        from account left join account_synced using (workspace_id, account_id)
       where not removed
       order by platform, name, account_id
      """;

  Uni<Accounts> all(SqlConnection connection) {
    return Uni.combine()
        .all()
        .unis(
            connection.preparedQuery(WORKSPACE).execute().map(AccountStore::workspace),
            connection.preparedQuery(ACCOUNTS).execute().map(AccountStore::accounts))
        .with(Accounts::new);
  }

  private static Workspace workspace(RowSet<Row> rows) {
    RowIterator<Row> found = rows.iterator();
    if (!found.hasNext()) {
      return Workspace.UNHEARD;
    }
    Row row = found.next();
    String zone = row.getString(1);
    return new Workspace(
        row.getString(0), zone == null ? Workspace.UNHEARD.zone() : ZoneId.of(zone));
  }

  private static List<Account> accounts(RowSet<Row> rows) {
    List<Account> accounts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      OffsetDateTime closedAt = row.getOffsetDateTime(9);
      accounts.add(
          new Account(
              row.getUUID(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              ZoneId.of(row.getString(5)),
              row.getString(6),
              row.getString(7),
              row.getLocalDate(8),
              closedAt == null ? null : closedAt.toInstant()));
    }
    return accounts;
  }
}
