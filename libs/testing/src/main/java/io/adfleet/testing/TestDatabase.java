package io.adfleet.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A database of its own for one test run, with the service's roles and migrations. */
record TestDatabase(int port, String service, String name) {

  static final String PASSWORD = "adfleet-local";

  static TestDatabase create(int port, String service, Path migrations) {
    String name = "t_" + service + "_" + UUID.randomUUID().toString().substring(0, 8);
    TestDatabase database = new TestDatabase(port, service, name);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", PASSWORD);
        Statement statement = connection.createStatement()) {
      // several builds may do this at once: one at a time
      statement.execute("select pg_advisory_lock(4711)");
      for (String role : new String[] {"owner", "app", "feed"}) {
        ensureRole(statement, service + "_" + role);
      }
      statement.execute("create database " + name + " owner " + service + "_owner");
      statement.execute("revoke all on database " + name + " from public");
      statement.execute(
          "grant connect on database %s to %s_app, %s_feed".formatted(name, service, service));
      statement.execute("select pg_advisory_unlock(4711)");
    } catch (SQLException e) {
      throw new IllegalStateException("the test database could not be made", e);
    }
    Flyway.configure()
        .dataSource(database.jdbcUrl(), service + "_owner", PASSWORD)
        .locations("filesystem:" + migrations)
        .load()
        .migrate();
    return database;
  }

  private static void ensureRole(Statement statement, String role) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
      if (found.next()) {
        return;
      }
    }
    statement.execute("create role " + role + " login password '" + PASSWORD + "'");
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  String reactiveUrl() {
    return "postgresql://127.0.0.1:" + port + "/" + name;
  }
}
