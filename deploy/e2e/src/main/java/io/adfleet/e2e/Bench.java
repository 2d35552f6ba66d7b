package io.adfleet.e2e;

import io.adfleet.e2e.board.BoardBench;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.readings.ReadingsBench;
import io.adfleet.e2e.startup.StartBench;
import io.adfleet.e2e.story.LiveBench;
import java.io.PrintStream;

/**
 * {@code make bench}: prints what the fleet takes. Takes {@code readings}, {@code dashboard},
 * {@code live} or {@code start}; without a word all of them.
 */
public final class Bench {

  private Bench() {}

  /** Ends with 0 when everything could be measured; a figure below its target is only printed. */
  public static void main(String[] arguments) {
    try {
      run(arguments.length == 0 ? "all" : arguments[0], Fleet.of(System.getenv()), System.out);
      System.exit(0);
    } catch (E2eException trouble) {
      System.out.flush();
      System.err.println(trouble.getMessage());
      System.exit(1);
    }
  }

  private static void run(String what, Fleet fleet, PrintStream out) {
    switch (what) {
      case "readings" -> new ReadingsBench(fleet, out).run();
      case "dashboard" -> new BoardBench(fleet, out).run();
      case "live" -> new LiveBench(fleet, out).run();
      case "start" -> new StartBench(fleet, out).run();
      case "all" -> all(fleet, out);
      default ->
          throw new E2eException(
              "There is no bench '"
                  + what
                  + "'; there are readings, insights, dashboard, live and start.");
    }
  }

  /** Readings come last, without the fleet beside them if it did not run before. */
  private static void all(Fleet fleet, PrintStream out) {
    boolean ran = fleet.isRunning();
    StartBench start = new StartBench(fleet, out);
    start.run();
    new BoardBench(Fleet.of(System.getenv()), out).run();
    new LiveBench(Fleet.of(System.getenv()), out).run();
    if (!ran) {
      start.down();
    }
    new ReadingsBench(fleet, out).run();
  }
}
