package io.adfleet.local.parts;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code parts}: a PostgreSQL and a Kafka for one test run, or with {@code
 * ADFLEET_PARTS_DURABLE=true} for a measurement, whose database waits for the disk. Prints one line
 * of JSON when both answer, and ends with its standard input, so that it never outlives the build
 * that asked for it.
 */
public final class PartsCommand {

  private static final Duration LOOK_FOR_PARENT = Duration.ofSeconds(1);

  private PartsCommand() {}

  /** Returns when the input is closed or the parent has gone. */
  public static void run(Map<String, String> environment, PrintStream out)
      throws InterruptedException {
    ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
    CountDownLatch over = new CountDownLatch(1);
    RunningParts parts = RunningParts.start(environment, durable(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-parts"));
    out.printf(
        "{\"postgres_port\":%d,\"kafka_bootstrap\":\"%s\",\"superuser\":\"%s\",\"pid\":%d}%n",
        parts.postgresPort(),
        parts.kafkaBootstrap(),
        Postgres.SUPERUSER,
        ProcessHandle.current().pid());
    out.flush();
    Thread.ofPlatform().daemon().name("input").start(() -> awaitEndOfInput(over));
    while (!over.await(LOOK_FOR_PARENT.toMillis(), TimeUnit.MILLISECONDS)) {
      if (parent != null && !parent.isAlive()) {
        break;
      }
    }
  }

  private static boolean durable(Map<String, String> environment) {
    return Boolean.parseBoolean(environment.get("ADFLEET_PARTS_DURABLE"));
  }

  private static void awaitEndOfInput(CountDownLatch over) {
    try {
      while (System.in.read() >= 0) {
        // Only its end matters.
      }
    } catch (IOException broken) {
      over.countDown();
    }
    over.countDown();
  }
}
