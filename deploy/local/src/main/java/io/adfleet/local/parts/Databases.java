package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Gives every service its database with three roles: the owner, who migrates and is used by nobody
 * else, and two that neither own tables nor pass row-level security, one answering people and one
 * feeding from topics and clocks.
 */
public final class Databases {

  /**
   * A service's database.
   *
   * @param name also the beginning of its roles' names
   * @param migrations the folder of its migrations; may not exist yet
   */
  public record Database(String name, Path migrations) {

    public String owner() {
      return name + "_owner";
    }

    public String app() {
      return name + "_app";
    }

    public String feed() {
      return name + "_feed";
    }
  }

  private final DatabaseServer server;
  private final UnaryOperator<String> passwords;

  /**
   * The databases of a server.
   *
   * @param passwords of a role, by its name
   */
  public Databases(DatabaseServer server, UnaryOperator<String> passwords) {
    this.server = server;
    this.passwords = passwords;
  }

  /** Creates what is missing and brings every schema up to date. */
  public void prepare(List<Database> databases) {
    for (Database database : databases) {
      create(database);
      migrate(database);
    }
  }

  /** Creates a database with one role that owns it; for a part that migrates itself. */
  public void createOwned(String database) {
    try (Connection connection = server.connect("postgres")) {
      RoleStore store = new RoleStore(connection);
      store.login(database, passwords.apply(database));
      store.database(database, database);
    } catch (SQLException e) {
      throw new Trouble("The database " + database + " cannot be created: " + e.getMessage(), e);
    }
  }

  private void create(Database database) {
    try (Connection connection = server.connect("postgres")) {
      RoleStore store = new RoleStore(connection);
      for (String role : List.of(database.owner(), database.app(), database.feed())) {
        store.login(role, passwords.apply(role));
      }
      store.database(database.name(), database.owner());
    } catch (SQLException e) {
      throw new Trouble(
          "The database " + database.name() + " cannot be created: " + e.getMessage(), e);
    }
    try (Connection inside = server.connect(database.name())) {
      new RoleStore(inside).admit(database.name(), List.of(database.app(), database.feed()));
    } catch (SQLException e) {
      throw new Trouble(
          "The roles of " + database.name() + " cannot be admitted: " + e.getMessage(), e);
    }
  }

  private void migrate(Database database) {
    if (!Files.isDirectory(database.migrations())) {
      return;
    }
    try {
      Flyway.configure()
          .dataSource(
              server.url(database.name()), database.owner(), passwords.apply(database.owner()))
          .locations("filesystem:" + database.migrations())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Trouble(
          "The migrations of " + database.name() + " do not run: " + e.getMessage(), e);
    }
  }
}
