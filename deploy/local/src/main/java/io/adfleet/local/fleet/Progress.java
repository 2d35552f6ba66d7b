package io.adfleet.local.fleet;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Says what is being done, how long it usually takes, and that it still goes on. */
public final class Progress implements AutoCloseable {

  private static final Duration REASSURE_EVERY = Duration.ofSeconds(15);

  private final PrintStream out;
  private final int steps;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private int step;

  public Progress(PrintStream out, int steps) {
    this.out = out;
    this.steps = steps;
  }

  /** Does the next step. */
  public void step(String what, String expectation, Runnable work) {
    step++;
    out.printf("step %d of %d  %s, %s …%n", step, steps, what, expectation);
    long begun = System.nanoTime();
    ScheduledFuture<?> reassurance =
        ticker.scheduleAtFixedRate(
            () -> out.printf("             still at it after %d s%n", secondsSince(begun)),
            REASSURE_EVERY.toSeconds(),
            REASSURE_EVERY.toSeconds(),
            TimeUnit.SECONDS);
    try {
      work.run();
    } finally {
      reassurance.cancel(false);
    }
    out.printf("             done in %d s%n", secondsSince(begun));
  }

  /** Says something inside a step. */
  public void say(String sentence) {
    out.println("             " + sentence);
  }

  private static long secondsSince(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e9);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
