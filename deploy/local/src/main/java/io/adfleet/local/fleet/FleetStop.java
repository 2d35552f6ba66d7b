package io.adfleet.local.fleet;

import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Stops units against the order of their start: first all services at once, then each part. */
final class FleetStop {

  private final Fleet fleet;

  FleetStop(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Stops those that run; returns their names. */
  List<String> stop(Collection<String> names) {
    Processes processes = fleet.processes();
    List<Unit> running =
        fleet.units().stream()
            .filter(unit -> names.contains(unit.name()))
            .filter(fleet::isRunning)
            .toList();
    List<String> services = fleet.services().stream().map(Unit::name).toList();
    List<Thread> ending = new ArrayList<>();
    for (Unit unit : running) {
      if (services.contains(unit.name())) {
        ending.add(Thread.ofPlatform().start(() -> processes.stop(unit.name())));
      }
    }
    ending.forEach(FleetStop::join);
    for (Unit unit : running.reversed()) {
      processes.stop(unit.name());
    }
    return running.stream().map(Unit::name).collect(Collectors.toList());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
