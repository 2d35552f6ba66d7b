package io.adfleet.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass between two looks at another process. */
public final class Pause {

  private Pause() {}

  /** Returns early when this thread is interrupted. */
  public static void of(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      LockSupport.parkNanos(left);
    }
  }
}
