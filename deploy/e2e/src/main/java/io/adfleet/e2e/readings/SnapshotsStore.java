package io.adfleet.e2e.readings;

import io.adfleet.e2e.fleet.E2eException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** The snapshot store's database with its three roles, and a twin of its table without guards. */
final class SnapshotsStore implements AutoCloseable {

  static final String DATABASE = "snapshots";
  static final String PASSWORD = "adfleet-local";

  private static final String SUPERUSER = "postgres";
  private static final String COLUMNS =
      """
      workspace_id, account_id, entity_id, metric_date, level, absent, version, observed_at,
      believed_from, spend, impressions, clicks, conversions, conversion_value,
      conversions_by_date, conversion_value_by_date, platform, external_id, currency
      """;
  private static final String SEEN =
      """
      select version >= ? from figure
       where workspace_id = ? and entity_id = ? and metric_date = ?
      """;
  private static final String PARTITIONS =
      """
      select pg_get_expr(c.relpartbound, c.oid)
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'figure'::regclass
      """;

  private final Connection connection;
  private final PreparedStatement seen;

  private SnapshotsStore(Connection connection) throws SQLException {
    this.connection = connection;
    this.seen = connection.prepareStatement(SEEN);
  }

  /** Creates roles, database and schema on a server that has none of them. */
  static SnapshotsStore create(int port, Path migrations) {
    try {
      try (Connection server = connect(port, "postgres");
          Statement statement = server.createStatement()) {
        for (String role : List.of("owner", "app", "feed")) {
          statement.execute(
              """
              create role %s_%s with login nosuperuser nobypassrls nocreaterole nocreatedb
              noinherit password '%s'
              """
                  .formatted(DATABASE, role, PASSWORD));
        }
        statement.execute("create database %1$s owner %1$s_owner".formatted(DATABASE));
      }
      Connection inside = connect(port, DATABASE);
      try (Statement statement = inside.createStatement()) {
        statement.execute("revoke all on schema public from public");
        statement.execute(
            "grant usage on schema public to %1$s_app, %1$s_feed".formatted(DATABASE));
      }
      Flyway.configure()
          .dataSource(url(port, DATABASE), DATABASE + "_owner", PASSWORD)
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      return new SnapshotsStore(inside);
    } catch (SQLException e) {
      throw new E2eException("The database cannot be made: " + e.getMessage(), e);
    }
  }

  private static Connection connect(int port, String database) throws SQLException {
    return DriverManager.getConnection(url(port, database), SUPERUSER, PASSWORD);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Whether the figure is there with that version or a newer one. */
  boolean has(Workload.Key key, long version) {
    try {
      seen.setLong(1, version);
      seen.setObject(2, key.workspace());
      seen.setObject(3, key.entity());
      seen.setObject(4, key.date());
      try (ResultSet row = seen.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** How the server treats a commit. */
  String durability() {
    return "fsync "
        + text("show fsync")
        + ", synchronous_commit "
        + text("show synchronous_commit");
  }

  /** The server's first process. */
  ProcessHandle server() {
    long backend = Long.parseLong(text("select pg_backend_pid()"));
    return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
  }

  long count(String table) {
    return Long.parseLong(text("select count(*) from " + table));
  }

  /** Writes out what an earlier measurement left behind, so that no later one pays for it. */
  void settle() {
    run("vacuum (analyze)");
    run("checkpoint");
  }

  /** The rows of {@code figure} as text, in the order in which they lie. */
  void export(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (select " + COLUMNS + " from figure) to stdout", out);
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  /** The same columns, primary key, index and partitions as {@code figure}; no policies. */
  void createTwin() {
    List<String> bounds = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PARTITIONS)) {
      while (rows.next()) {
        bounds.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    run("create table twin (like figure including all) partition by range (metric_date)");
    for (int i = 0; i < bounds.size(); i++) {
      run(
          "create table twin_%d partition of twin %s with (fillfactor = 50)"
              .formatted(i, bounds.get(i)));
    }
  }

  /** Empties the twin. */
  void truncateTwin() {
    run("truncate twin");
    run("checkpoint");
  }

  /** Takes the twin away; a service would refuse to start beside a table without policies. */
  void dropTwin() {
    run("drop table twin");
  }

  /** Copies the exported rows into the twin. */
  long copy(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy twin (" + COLUMNS + ") from stdin", in, 1 << 16);
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  private String text(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static E2eException failed(Exception e) {
    return new E2eException("The database refuses: " + e.getMessage(), e);
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
