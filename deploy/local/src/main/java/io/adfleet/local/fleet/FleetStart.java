package io.adfleet.local.fleet;

import io.adfleet.local.Trouble;
import io.adfleet.local.parts.KeycloakHome;
import io.adfleet.local.parts.Topics;
import io.adfleet.local.parts.World;
import io.adfleet.local.process.FreePorts;
import io.adfleet.local.process.LogTail;
import io.adfleet.local.process.Unit;
import io.adfleet.local.services.Service;
import io.adfleet.local.services.ServiceKind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Starts everything that isn't running. Keycloak, the slowest, starts beside the services; the
 * gateway, which asks it before it answers, comes last.
 */
final class FleetStart {

  private static final int LOG_LINES = 25;
  private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

  /** What follows when everything is ready. */
  record Last(String what, String expectation, Consumer<Progress> work) {}

  private final Fleet fleet;
  private final PrintStream out;
  private final List<Last> last;
  private final Set<String> begun = new ConcurrentSkipListSet<>();

  FleetStart(Fleet fleet, PrintStream out, List<Last> last) {
    this.fleet = fleet;
    this.out = out;
    this.last = List.copyOf(last);
  }

  /** Returns when everything is ready; otherwise nothing runs that this began. */
  void start() {
    new World(fleet.settings()).check();
    fleet.refuseOtherPorts();
    refuseTakenPorts();
    fleet.settings().remember();
    Thread undo = new Thread(this::undo, "undo-start");
    Runtime.getRuntime().addShutdownHook(undo);
    try {
      steps();
    } catch (Trouble trouble) {
      undo();
      throw trouble;
    } finally {
      forget(undo);
    }
  }

  /** Where this process is already ending, the hook is what ends it. */
  private static void forget(Thread hook) {
    if (hook.getState() == Thread.State.NEW) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException begunMeanwhile) {
        hook.setName("undo-start-now");
      }
    }
  }

  private void refuseTakenPorts() {
    for (Unit unit : fleet.units()) {
      if (fleet.isRunning(unit)) {
        continue;
      }
      for (Unit.Port port : unit.ports()) {
        if (!FreePorts.isFree(port.number())) {
          throw new Trouble(
              "Port %d (%s) is taken by another process; end that process or choose another base port, e.g. PORT=%d."
                  .formatted(
                      port.number(), port.purpose(), otherBase(fleet.settings().ports().base())));
        }
      }
    }
  }

  private static int otherBase(int base) {
    int other = base + 1000;
    return other + 100 < FreePorts.EPHEMERAL ? other : base - 1000;
  }

  private void steps() {
    KeycloakHome programs = KeycloakHome.in(fleet.settings().folders().cache());
    List<Service> services = fleet.services();
    int steps = 5 + services.size() + last.size() + (programs.isThere() ? 0 : 1);
    try (Progress progress = new Progress(out, steps)) {
      List<Unit> units = fleet.units();
      begin(progress, units.get(0));
      if (!programs.isThere()) {
        progress.step(
            "Keycloak's programs, once on this machine",
            "usually 1 to 2 minutes",
            () -> programs.ensure(fleet.settings().folders().root(), progress::say));
      }
      begin(progress, fleet.postgres());
      progress.step("databases, roles and migrations", "usually 1 s", fleet::prepareDatabases);
      CompletableFuture<Void> keycloak =
          CompletableFuture.runAsync(() -> begin(fleet.keycloak()), THREADS);
      begin(progress, fleet.kafka(), () -> Topics.create(fleet.kafka()));
      for (Service service : services) {
        if (service.kind() == ServiceKind.AUTH_GATEWAY) {
          progress.step(
              fleet.keycloak().name() + ", begun above",
              fleet.keycloak().expectation(),
              () -> join(keycloak));
        }
        begin(progress, service);
      }
      for (Last step : last) {
        progress.step(step.what(), step.expectation(), () -> step.work().accept(progress));
      }
    }
  }

  private static void join(CompletableFuture<Void> future) {
    try {
      future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Trouble trouble) {
        throw trouble;
      }
      throw e;
    }
  }

  private void begin(Progress progress, Unit unit) {
    begin(progress, unit, () -> {});
  }

  private void begin(Progress progress, Unit unit, Runnable then) {
    progress.step(
        unit.name(),
        unit.expectation(),
        () -> {
          begin(unit);
          then.run();
        });
  }

  /** Lets a running one be, restarts one that runs without answering. */
  private void begin(Unit unit) {
    if (fleet.isRunning(unit)) {
      if (unit.isReady()) {
        return;
      }
      fleet.processes().stop(unit.name());
    }
    begun.add(unit.name());
    start(fleet, unit);
  }

  /** Starts one unit; a failure shows its log. */
  static void start(Fleet fleet, Unit unit) {
    long written = LogTail.length(unit.log());
    try {
      unit.start(fleet.processes());
    } catch (Trouble trouble) {
      String tail = LogTail.since(written, unit.log(), LOG_LINES);
      String shown =
          tail.isEmpty() ? "" : "%n--- the end of %s%n%s%n---".formatted(unit.log(), tail);
      throw new Trouble(trouble.getMessage() + shown, trouble);
    }
  }

  private synchronized void undo() {
    fleet.processes().close();
    List<String> names = new ArrayList<>(begun);
    begun.clear();
    if (!names.isEmpty()) {
      out.println("Stopping what was started: " + String.join(", ", names) + ".");
      new FleetStop(fleet).stop(names);
    }
  }
}
