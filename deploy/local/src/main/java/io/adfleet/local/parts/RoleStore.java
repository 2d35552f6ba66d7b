package io.adfleet.local.parts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Roles and databases of the server. */
final class RoleStore {

  private final Connection connection;

  RoleStore(Connection connection) {
    this.connection = connection;
  }

  /** A role that may log in and nothing else. */
  void login(String role, String password) throws SQLException {
    boolean there = exists("select 1 from pg_roles where rolname = ?", role);
    run(
        """
        %s role %s with login nosuperuser nobypassrls nocreaterole nocreatedb noinherit
        noreplication password %s
        """
            .formatted(there ? "alter" : "create", identifier(role), literal(password)));
  }

  /** A database that only its owner may enter at first. */
  void database(String name, String owner) throws SQLException {
    if (!exists("select 1 from pg_database where datname = ?", name)) {
      run("create database %s owner %s".formatted(identifier(name), identifier(owner)));
    }
    run("revoke all on database %s from public".formatted(identifier(name)));
  }

  /** Lets roles enter this connection's database and see what its owner grants them. */
  void admit(String database, List<String> roles) throws SQLException {
    run("revoke all on schema public from public");
    for (String role : roles) {
      run("grant connect on database %s to %s".formatted(identifier(database), identifier(role)));
      run("grant usage on schema public to %s".formatted(identifier(role)));
    }
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
