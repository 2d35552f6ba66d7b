package io.adfleet.e2e.fleet;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something another process does. */
public final class Pause {

  private Pause() {}

  /** Looks again and again; a time-out ends with the sentence. */
  public static void until(
      BooleanSupplier happened, Duration every, Duration patience, String sentence) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new E2eException(sentence);
      }
      LockSupport.parkNanos(every.toNanos());
    }
  }
}
