package io.adfleet.e2e.story;

import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Machine;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code make bench}, live: how long a figure takes from the platform to an open page. */
public final class LiveBench {

  private static final int ROUNDS = 30;

  private final Fleet fleet;
  private final PrintStream out;

  public LiveBench(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
  }

  /** Leaves it out, and says so, where there is no browser. */
  public void run() {
    fleet.needsToRun();
    Scripts scripts = new Scripts(fleet, out);
    if (!scripts.canRun()) {
      return;
    }
    out.printf(
        "live: the open dashboard after %d syncs; usually 2 minutes (%s before)%n",
        ROUNDS, Machine.load());
    scripts.run(
        List.of("moves.mjs", Integer.toString(ROUNDS)),
        Map.of(
            "EMAIL",
            "demo@adfleet.test",
            "PASSWORD",
            fleet.secret("DEMO_PASSWORD", "demo-adfleet")));
  }
}
