package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.demo.Demo;
import io.adfleet.local.demo.Person;
import io.adfleet.local.process.FreePorts;
import io.adfleet.local.process.Pause;
import io.adfleet.local.process.Unit;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** The commands that start and stop. */
public final class FleetCommands {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final Fleet fleet;
  private final Settings settings;
  private final PrintStream out;

  public FleetCommands(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.settings = fleet.settings();
    this.out = out;
  }

  /** {@code up}: everything in the background, the demo workspace connected. */
  public void up() {
    try (FleetLock lock = FleetLock.take(settings.folders().data())) {
      startAll();
    }
    out.println();
    welcome("make down stops it, make status shows it.");
  }

  /** {@code run}: everything until this process is asked to end. */
  public void run() {
    if (!fleet.processes().names().isEmpty()) {
      throw new Trouble(
          "The fleet of "
              + settings.folders().data()
              + " is running already; make status shows it, make down stops it.");
    }
    try (FleetLock lock = FleetLock.take(settings.folders().data())) {
      startAll();
      Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop"));
    }
    out.println();
    welcome("Ctrl-C stops everything; the data stays in " + settings.folders().data() + ".");
    watch();
  }

  /** {@code dev S=}: the fleet, and that service anew whenever its sources change. */
  public void dev(String name) {
    DevLoop loop = new DevLoop(fleet, name, out);
    if (fleet.processes().names().isEmpty()) {
      up();
    }
    loop.run();
  }

  /** For commands that ask the fleet. */
  public void needsRunning() {
    if (fleet.processes().names().isEmpty()) {
      throw new Trouble(
          "Nothing of " + settings.folders().data() + " is running; make up starts it.");
    }
  }

  private void startAll() {
    Demo demo = new Demo(settings);
    List<FleetStart.Last> last =
        demo.isDone()
            ? List.of()
            : List.of(
                new FleetStart.Last(
                    "the demo workspace, connected as a browser would",
                    "usually 10 s",
                    progress -> demo.connect(progress::say)));
    new FleetStart(fleet, out, last).start();
  }

  private void welcome(String howToStop) {
    out.printf(
        """
        adfleet is ready at %s
          sign in as    %s with the password %s
          or as         %s with the password %s
          ad platforms  http://127.0.0.1:%d (the sandbox: its accounts and what they say)
          logs          %s
        %s
        """,
        settings.publicUrl(),
        Person.DEMO.email(),
        Person.DEMO.password(settings.secrets()),
        Person.SECOND.email(),
        Person.SECOND.password(settings.secrets()),
        settings.ports().sandbox(),
        settings.folders().data().resolve("logs"),
        howToStop);
    out.flush();
  }

  /** Says when one ends unasked; returns when none is left. */
  private void watch() {
    TreeSet<String> known = new TreeSet<>(fleet.processes().names());
    while (!known.isEmpty() && !fleet.processes().isClosed()) {
      List<String> now = fleet.processes().names();
      for (String name : List.copyOf(known)) {
        if (!now.contains(name) && !fleet.processes().isClosed()) {
          known.remove(name);
          out.printf("%s has ended; its log: %s%n", name, fleet.unit(name).log());
        }
      }
      known.addAll(now);
      Pause.of(LOOK_EVERY);
    }
  }

  private void stopAll() {
    fleet.processes().close();
    out.println();
    out.println("Stopping everything, usually 10 s …");
    new FleetStop(fleet).stop(fleet.processes().names());
    out.println("Stopped. The data is in " + settings.folders().data() + ".");
    out.flush();
  }

  /** {@code down}: nothing runs afterwards. */
  public void down() {
    try (FleetLock lock = FleetLock.take(settings.folders().data())) {
      if (fleet.processes().names().isEmpty()) {
        out.println("Nothing of " + settings.folders().data() + " is running.");
        return;
      }
      out.println("Stopping everything, usually 10 s …");
      List<String> stopped = new FleetStop(fleet).stop(fleet.processes().names());
      out.println("Stopped " + String.join(", ", stopped) + ".");
    }
  }

  /** {@code start S=}: one part or service. */
  public void start(String name) {
    Unit unit = fleet.unit(name);
    try (FleetLock lock = FleetLock.take(settings.folders().data())) {
      if (fleet.isRunning(unit)) {
        out.println(unit.name() + " is running already.");
        return;
      }
      fleet.refuseOtherPorts();
      for (Unit.Port port : unit.ports()) {
        if (!FreePorts.isFree(port.number())) {
          throw new Trouble(
              "Port %d (%s) is taken by another process; end that process first."
                  .formatted(port.number(), port.purpose()));
        }
      }
      out.println("Starting " + unit.name() + ", " + unit.expectation() + " …");
      FleetStart.start(fleet, unit);
      out.println(unit.name() + " is ready.");
    }
  }

  /** {@code stop S=}: one part or service. */
  public void stop(String name) {
    Unit unit = fleet.unit(name);
    try (FleetLock lock = FleetLock.take(settings.folders().data())) {
      boolean ran = fleet.processes().stop(unit.name());
      out.println(unit.name() + (ran ? " is stopped." : " was not running."));
    }
  }

  /** {@code reset}: stops everything and forgets the data. */
  public void reset() {
    Path data = settings.folders().data();
    if (!Files.exists(data)) {
      out.println("There is no data in " + data + ".");
      return;
    }
    if (!Files.exists(data.resolve("fleet.properties")) && !isEmpty(data)) {
      throw new Trouble(data + " does not look like the data of a fleet and is left alone.");
    }
    down();
    try (var entries = Files.list(data)) {
      for (Path entry : entries.toList()) {
        if (Files.isSymbolicLink(entry)) {
          Folders.delete(Files.readSymbolicLink(entry));
        }
      }
    } catch (IOException e) {
      throw new Trouble(data + " cannot be read: " + e.getMessage() + ".", e);
    }
    Folders.delete(data);
    out.println("Deleted " + data + ".");
  }

  private static boolean isEmpty(Path folder) {
    try (var entries = Files.list(folder)) {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
