package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts, finds and ends the processes of one fleet. */
public final class Processes {

  private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Set<String> PASSED_ON =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER", "LOGNAME");

  private final Path folder;

  private boolean closed;

  public Processes(Path folder) {
    this.folder = folder;
  }

  /** From now on nothing is started: everything is being stopped. */
  public synchronized void close() {
    closed = true;
  }

  /** Whether everything is being stopped. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Starts the program in a session of its own, so that a Ctrl-C of the terminal misses it. */
  public synchronized ProcessHandle start(Program program) {
    if (closed) {
      throw new Trouble(program.name() + " was not started: the fleet is being stopped.");
    }
    Folders.create(folder);
    Folders.create(program.log().toAbsolutePath().getParent());
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(program.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    keepOnly(builder.environment());
    builder.environment().putAll(program.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      ProcessHandle handle = builder.start().toHandle();
      remember(program, handle);
      return handle;
    } catch (IOException e) {
      throw new Trouble(program.name() + " cannot be started: " + e.getMessage() + ".", e);
    }
  }

  private static void keepOnly(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !PASSED_ON.contains(name));
  }

  private void remember(Program program, ProcessHandle handle) throws IOException {
    String started = handle.info().startInstant().map(Instant::toString).orElse("");
    String text =
        String.join(
            "\n",
            Long.toString(handle.pid()),
            started,
            program.stopSignal(),
            Long.toString(program.patience().toMillis()),
            "");
    Path file = file(program.name());
    Path draft = folder.resolve(program.name() + ".draft");
    Files.writeString(draft, text);
    Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** The living process of that name. */
  public Optional<ProcessHandle> find(String name) {
    return read(name).map(Known::handle);
  }

  /** Every name with a living process. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".pid"))
          .map(n -> n.substring(0, n.length() - 4))
          .filter(n -> find(n).isPresent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Trouble("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Asks it to end, kills it when it doesn't, and forgets it. Returns whether it was running. */
  public boolean stop(String name) {
    Optional<Known> known = read(name);
    known.ifPresent(Processes::end);
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new Trouble(file(name) + " cannot be deleted: " + e.getMessage() + ".", e);
    }
    return known.isPresent();
  }

  private static void end(Known known) {
    ProcessHandle handle = known.handle();
    List<ProcessHandle> children = handle.descendants().toList();
    signal(handle, known.signal());
    if (!awaitEnd(handle, known.patience())) {
      handle.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(handle, Duration.ofSeconds(10));
    }
  }

  private static void signal(ProcessHandle handle, String signal) {
    if (signal.equals("TERM")) {
      handle.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      handle.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until it has ended. */
  public static boolean awaitEnd(ProcessHandle handle, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAlive(handle) && System.nanoTime() < deadline) {
      try {
        handle.onExit().get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException stillThere) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return !isAlive(handle);
  }

  /** Whether it runs; one that has ended but was never reaped by its parent does not. */
  public static boolean isAlive(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return handle.isAlive();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".pid");
  }

  private Optional<Known> read(String name) {
    Path file = file(name);
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 4) {
        return Optional.empty();
      }
      Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(lines.get(0)));
      return handle
          .filter(Processes::isAlive)
          .filter(h -> startedAt(h, lines.get(1)))
          .map(h -> new Known(h, lines.get(2), Duration.ofMillis(Long.parseLong(lines.get(3)))));
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | NumberFormatException e) {
      throw new Trouble(file + " cannot be read: " + e.getMessage() + "; delete it.", e);
    }
  }

  private static boolean startedAt(ProcessHandle handle, String recorded) {
    Optional<Instant> now = handle.info().startInstant();
    if (recorded.isEmpty() || now.isEmpty()) {
      return true;
    }
    return Duration.between(Instant.parse(recorded), now.get()).abs().compareTo(CLOCK_SLACK) < 0;
  }

  private record Known(ProcessHandle handle, String signal, Duration patience) {}
}
