package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.LogTail;
import io.adfleet.local.process.Pause;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Program;
import io.adfleet.local.process.Shell;
import io.adfleet.local.process.Unit;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The database server.
 *
 * @param cache where its programs are unpacked
 * @param folder its data
 * @param log where it writes
 * @param port on the loopback interface
 * @param password of the superuser; null: nobody is asked for one (tests)
 * @param durable whether data survives a power cut; off is for tests
 */
public record Postgres(
    Path cache, Path folder, Path log, int port, @Nullable String password, boolean durable)
    implements Unit {

  /** What users call it. */
  public static final String NAME = "postgres";

  /** Used by the launcher and by tests, never by a service. */
  public static final String SUPERUSER = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(new Port(port, NAME));
  }

  @Override
  public String expectation() {
    return "usually 1 s, the first time 5 s";
  }

  @Override
  public boolean isReady() {
    try (Connection connection = server().connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException no) {
      return false;
    }
  }

  /** Starts it, on a new folder after creating the cluster. */
  @Override
  public void start(Processes processes) {
    PostgresUser user = PostgresUser.detect();
    Path home = PostgresBinaries.in(cache, user);
    Path data = user.give(folder);
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      create(user, home, data);
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ProcessHandle handle = processes.start(program(user, home, data));
      if (answers(handle, deadline)) {
        return;
      }
      processes.stop(NAME);
      if (!killedOneStillEnding() || System.nanoTime() > deadline) {
        throw new Trouble(NAME + " does not answer on port " + port + ".");
      }
      forgetUnreaped(data.resolve("postmaster.pid"));
      Pause.of(Duration.ofMillis(500));
    }
  }

  /** After a kill the next start has to wait for the killed one's last processes. */
  private boolean killedOneStillEnding() {
    String tail = LogTail.of(log, 5);
    return tail.contains("shared memory block") || tail.contains("postmaster.pid");
  }

  /**
   * A killed server that its parent never reaps (in containers) looks alive to the next one; then
   * the file is made to name a process that cannot exist, which leaves the other checks in force.
   */
  private static void forgetUnreaped(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      long pid = Long.parseLong(lines.getFirst().strip());
      boolean gone = ProcessHandle.of(pid).filter(Processes::isAlive).isEmpty();
      if (gone) {
        lines.set(0, Integer.toString(Integer.MAX_VALUE));
        Files.write(file, lines);
      }
    } catch (NoSuchFileException alreadyGone) {
      return;
    } catch (IOException | NumberFormatException e) {
      throw new Trouble(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The address of one of its databases. */
  public String url(String database) {
    return server().url(database);
  }

  /** As its superuser sees it. */
  public DatabaseServer server() {
    return new DatabaseServer("127.0.0.1:" + port, password);
  }

  private boolean answers(ProcessHandle handle, long deadline) {
    while (System.nanoTime() < deadline) {
      try (Connection connection = server().connect("postgres")) {
        return connection.isValid(5) && Processes.isAlive(handle);
      } catch (SQLException notYet) {
        if (Processes.awaitEnd(handle, Duration.ofMillis(100))) {
          return false;
        }
      }
    }
    return false;
  }

  private void create(PostgresUser user, Path home, Path data) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.resolve("bin/initdb").toString(), "-D", data.toString()));
    command.addAll(List.of("-U", SUPERUSER, "-E", "UTF8", "--locale=C.UTF-8"));
    if (!durable) {
      command.add("--no-sync");
    }
    try {
      Path secret = Files.createTempDirectory("adfleet-initdb-");
      if (password == null) {
        command.addAll(List.of("-A", "trust"));
      } else {
        Path file = Files.writeString(secret.resolve("password"), password);
        user.give(secret);
        command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + file));
      }
      Shell.Answer made = Shell.run(user.with(command));
      Folders.delete(secret);
      if (!made.succeeded()) {
        throw new Trouble("The database in " + data + " cannot be created: " + made.output());
      }
    } catch (IOException e) {
      throw new Trouble("The database in " + data + " cannot be created: " + e.getMessage(), e);
    }
  }

  /** What holds wherever it runs. */
  static Map<String, String> settings(boolean durable) {
    return Map.of(
        "max_connections",
        "200",
        "shared_buffers",
        "96MB",
        "fsync",
        durable ? "on" : "off",
        "synchronous_commit",
        durable ? "on" : "off",
        "full_page_writes",
        durable ? "on" : "off",
        "log_line_prefix",
        "%m [%p] %q%u@%d ");
  }

  private Program program(PostgresUser user, Path home, Path data) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
    Map<String, String> settings = new TreeMap<>(settings(durable));
    settings.put("port", Integer.toString(port));
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return new Program(NAME, user.with(command), Map.of(), log, "INT", Duration.ofSeconds(30));
  }
}
