package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Pause;
import io.adfleet.local.process.Shell;
import io.adfleet.local.services.Service;
import io.adfleet.local.services.ServiceKind;
import io.adfleet.local.services.Sources;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Builds one service again whenever its sources change and puts the new one in the old one's place.
 * What doesn't compile is said, and the old one goes on.
 */
final class DevLoop {

  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  private final Fleet fleet;
  private final Service service;
  private final Sources sources;
  private final PrintStream out;

  /** Refuses a name that is no service: parts have no sources here. */
  DevLoop(Fleet fleet, String name, PrintStream out) {
    if (!(fleet.unit(name) instanceof Service named)) {
      throw new Trouble(name + " is no service; there are " + ServiceKind.names() + ".");
    }
    this.fleet = fleet;
    this.service = named;
    this.sources = new Sources(fleet.settings().folders().root(), named.name());
    this.out = out;
  }

  /** Goes on until this process is ended; the rest of the fleet must be running. */
  void run() {
    if (!fleet.isRunning(service)) {
      restart(System.nanoTime());
    }
    out.printf(
        "Watching the sources of %s and of the libraries; Ctrl-C ends this, not the fleet.%n",
        service.name());
    out.flush();
    Map<Path, Long> built = sources.state();
    while (!Thread.currentThread().isInterrupted()) {
      Pause.of(LOOK_EVERY);
      Map<Path, Long> now = sources.state();
      if (!now.equals(built)) {
        built = settled(now);
        replace();
      }
    }
  }

  /** Editors write several files; the state is taken when none changes any more. */
  private Map<Path, Long> settled(Map<Path, Long> changed) {
    Map<Path, Long> before = changed;
    while (true) {
      Pause.of(LOOK_EVERY);
      Map<Path, Long> now = sources.state();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  private void replace() {
    long begun = System.nanoTime();
    out.printf("%s has changed, building it, usually 30 s …%n", service.name());
    out.flush();
    Shell.Answer answer = sources.build();
    if (!answer.succeeded()) {
      out.println(answer.output());
      out.printf("It doesn't build; the one before goes on.%n");
    } else {
      restart(begun);
    }
    out.flush();
  }

  private void restart(long begun) {
    try (FleetLock lock = FleetLock.take(fleet.settings().folders().data())) {
      fleet.processes().stop(service.name());
      FleetStart.start(fleet, service);
      out.printf(
          "%s is ready, %d s after the change was seen.%n",
          service.name(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    } catch (Trouble trouble) {
      out.println(trouble.getMessage());
    }
  }
}
