package io.adfleet.e2e.board;

import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The questions a dashboard cannot do without, asked of the read model as the service's role. */
final class BoardStore implements AutoCloseable {

  private static final String WORKSPACE = "select set_config('app.workspace_id', ?, true)";
  private static final String ACCOUNTS =
      "select account_id, platform, name, currency, zone, state from account where not removed";
  private static final String TOTALS =
      """
      select metric_date >= ? as current, sum(spend), sum(impressions), sum(clicks),
             sum(conversions), sum(conversion_value)
        from account_day where metric_date between ? and ?
       group by 1
      """;
  private static final String SERIES =
      """
      select d.metric_date, a.platform, sum(d.spend), sum(d.impressions), sum(d.clicks),
             sum(d.conversions), sum(d.conversion_value)
        from account_day d join account a using (workspace_id, account_id)
       where d.metric_date between ? and ?
       group by 1, 2 order by 1, 2
      """;
  private static final String TOP =
      """
      with best as (
        select entity_id, sum(spend) as spend, sum(conversions) as conversions,
               sum(conversion_value) as conversion_value
          from entity_day
         where level = 'campaign' and metric_date between ? and ?
         group by entity_id order by spend desc limit 10)
      select b.*, e.external_id, e.platform, e.name, e.status
        from best b join entity e using (entity_id)
       order by b.spend desc
      """;
  private static final String COVERED =
      """
      select account_id, count(*), max(observed_at), max(closed_at), sum(total_spend)
        from coverage
       where report = 'performance' and level = 'campaign' and metric_date between ? and ?
       group by 1
      """;

  private final Connection connection;
  private final UUID workspace;

  BoardStore(Fleet fleet, UUID workspace) {
    this.workspace = workspace;
    try {
      this.connection =
          DriverManager.getConnection(
              fleet.database("dashboard"),
              "dashboard_app",
              fleet.secret("DASHBOARD_APP_PASSWORD", "adfleet-local"));
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** What autovacuum does within a minute: the statistics of what was just written. */
  static void settle(Fleet fleet) {
    try (Connection superuser =
            DriverManager.getConnection(
                fleet.database("dashboard"), "postgres", fleet.secret("POSTGRES_PASSWORD", ""));
        Statement statement = superuser.createStatement()) {
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** How many days of entities have that version. */
  long days(long version) {
    try {
      workspace();
      try (PreparedStatement statement =
          connection.prepareStatement("select count(*) from entity_day where version = ?")) {
        statement.setLong(1, version);
        return rows(statement, true);
      } finally {
        connection.commit();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** All questions once, in one transaction; answers how many rows came. */
  long ask(LocalDate before, LocalDate from, LocalDate to) {
    try {
      workspace();
      long rows = query(ACCOUNTS, List.of());
      rows += query(TOTALS, List.of(from, before, to));
      rows += query(SERIES, List.of(from, to));
      rows += query(TOP, List.of(from, to));
      rows += query(COVERED, List.of(before, to));
      connection.commit();
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void workspace() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WORKSPACE)) {
      statement.setString(1, workspace.toString());
      rows(statement, false);
    }
  }

  private long query(String sql, List<LocalDate> dates) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < dates.size(); i++) {
        statement.setObject(i + 1, dates.get(i));
      }
      return rows(statement, false);
    }
  }

  /** Reads all rows; answers how many, or what the first one says. */
  private static long rows(PreparedStatement statement, boolean said) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      long count = 0;
      while (rows.next()) {
        if (said) {
          return rows.getLong(1);
        }
        count++;
      }
      return count;
    }
  }

  private static E2eException failed(SQLException e) {
    return new E2eException("The read model refuses: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
