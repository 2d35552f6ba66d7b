package io.adfleet.local.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.contracts.Topic;
import io.adfleet.local.parts.Databases.Database;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Memory;
import io.adfleet.local.settings.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts its own parts: starting them is what this module does. */
class DatabasesIT {

  private static TestParts parts;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    parts = TestParts.start(Folders.of(System.getenv()).cache(), false);
  }

  @AfterAll
  static void stop() {
    parts.close();
  }

  @Test
  void givesAServiceItsDatabaseAndThreeRolesWithoutPowers() throws SQLException, IOException {
    Path migrations = Files.createDirectories(folder.resolve("migration"));
    Files.writeString(
        migrations.resolve("V1__create_note.sql"),
        "create table note (text text); grant select on note to notes_app;");
    Secrets secrets = new Secrets(new Memory(folder.resolve("secrets")), Map.of());
    Database notes = new Database("notes", migrations);
    Databases databases = new Databases(parts.postgres().server(), secrets::role);
    databases.prepare(List.of(notes));
    databases.prepare(List.of(notes));

    try (Connection owner = connect("notes", "notes_owner");
        ResultSet role =
            owner
                .createStatement()
                .executeQuery(
                    "select count(*) from pg_roles where rolname like 'notes_%' and not rolsuper"
                        + " and not rolbypassrls and not rolcreaterole and rolcanlogin")) {
      role.next();
      assertEquals(3, role.getInt(1));
    }
    try (Connection app = connect("notes", "notes_app")) {
      assertFalse(app.createStatement().executeQuery("select * from note").next());
      assertThrows(
          SQLException.class, () -> app.createStatement().execute("insert into note values ('')"));
      assertThrows(SQLException.class, () -> app.createStatement().execute("create table mine ()"));
    }
    databases.createOwned("elsewhere");
    assertThrows(SQLException.class, () -> connect("elsewhere", "notes_app").close());
  }

  @Test
  void createsTheTopicsOfTheContractsAndNoOthers() throws ExecutionException, InterruptedException {
    Topics.create(parts.kafka());
    Topics.create(parts.kafka());
    Set<String> names = namesWith(Topic.HEARTBEAT.deadLetterName());
    for (Topic topic : Topic.values()) {
      assertEquals(topic.used(), names.contains(topic.topicName()), topic.topicName());
    }
  }

  @Test
  void createsThemUnderTheirPrefixBesideOthers() throws ExecutionException, InterruptedException {
    try (Admin admin = parts.kafka().admin()) {
      Topics.create(admin, "other.");
      Topics.create(admin, "other.");
    }
    assertTrue(
        namesWith("other." + Topic.HEARTBEAT.deadLetterName())
            .contains("other." + Topic.DAILY.topicName()));
  }

  /** The broker lists what was made a moment later. */
  private static Set<String> namesWith(String last)
      throws ExecutionException, InterruptedException {
    try (Admin admin = parts.kafka().admin()) {
      Set<String> names = admin.listTopics().names().get();
      for (int look = 0; look < 1_000 && !names.contains(last); look++) {
        names = admin.listTopics().names().get();
      }
      return names;
    }
  }

  private static Connection connect(String database, String user) throws SQLException {
    return DriverManager.getConnection(parts.postgres().url(database), user, "");
  }
}
