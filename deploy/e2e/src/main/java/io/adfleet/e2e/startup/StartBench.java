package io.adfleet.e2e.startup;

import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Launcher;
import io.adfleet.e2e.fleet.Machine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/** {@code make bench}, start: stops the fleet and starts it again on the same data. */
public final class StartBench {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Fleet fleet;
  private final PrintStream out;
  private final Launcher launcher;

  public StartBench(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
    this.launcher = new Launcher(fleet.root());
  }

  /** Leaves the fleet running. */
  public void run() {
    out.println("start: make up of a built fleet; usually 40 s, the first time 90 s");
    if (!fleet.exists()) {
      out.printf("  the first start on new data, with the demo workspace: %.1f s%n", seconds("up"));
    }
    if (fleet.isRunning()) {
      down();
    }
    String load = Machine.load();
    out.printf(
        "  from built to healthy on data there is: %.1f s (%s before)%n", seconds("up"), load);
    long total = 0;
    for (Map.Entry<String, ProcessHandle> process : fleet.processes().entrySet()) {
      long resident = Machine.residentMebibytes(process.getValue());
      total += resident;
      out.printf("  %-18s %,6d MiB resident%n", process.getKey(), resident);
    }
    out.printf("  %-18s %,6d MiB%n", "together", total);
  }

  /** Stops the fleet. */
  public void down() {
    launcher.run("down", environment(), PATIENCE);
  }

  private double seconds(String word) {
    long begun = System.nanoTime();
    launcher.run(word, environment(), PATIENCE);
    return (System.nanoTime() - begun) / 1e9;
  }

  private Map<String, String> environment() {
    return Map.of(
        "ADFLEET_ROOT", fleet.root().toString(),
        "DATA", fleet.data().toString(),
        "PORT", Integer.toString(fleet.port()));
  }
}
