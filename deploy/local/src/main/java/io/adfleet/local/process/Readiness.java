package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a process that was started answers. */
public final class Readiness {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private Readiness() {}

  /** Returns when it is ready; one that ends before or is late is stopped and named. */
  public static void await(
      Processes processes,
      String name,
      ProcessHandle handle,
      Duration patience,
      BooleanSupplier ready) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (Processes.awaitEnd(handle, LOOK_EVERY)) {
        processes.stop(name);
        throw new Trouble(name + " ended while it was starting.");
      }
      if (ready.getAsBoolean()) {
        return;
      }
    }
    processes.stop(name);
    throw new Trouble(name + " was not ready after " + patience.toSeconds() + " s.");
  }
}
