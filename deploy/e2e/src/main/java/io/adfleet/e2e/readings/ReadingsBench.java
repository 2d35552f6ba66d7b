package io.adfleet.e2e.readings;

import io.adfleet.contracts.Topic;
import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Launcher;
import io.adfleet.e2e.fleet.Machine;
import io.adfleet.e2e.fleet.Parts;
import io.adfleet.e2e.fleet.Pause;
import io.adfleet.e2e.fleet.Publisher;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** {@code make bench}, readings: on parts of its own, beside no fleet it knows of. */
public final class ReadingsBench {

  private static final int ROWS = 400_000;
  private static final int WARM_UP = 300_000;
  private static final int PARTITIONS = 2;
  private static final int COPIES = 3;
  private static final String PREFIX = "bench.";
  private static final double FRESH_TARGET = 0.4;
  private static final double NEWER_TARGET = 0.3;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Workload.Pass FRESH = new Workload.Pass("fresh inserts", 1, 1);
  private static final Workload.Pass CHANGED = new Workload.Pass("newer, other figures", 2, 2);
  private static final Workload.Pass EQUAL = new Workload.Pass("newer, equal figures", 3, 2);

  private final Fleet fleet;
  private final PrintStream out;

  public ReadingsBench(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
  }

  /** Takes one to two minutes on two processors. */
  public void run() {
    int rows = rows();
    out.printf(
        "readings: %,d readings of %d workspaces in turn on %d partitions, after %,d others to warm"
            + " up; usually 90 s%n",
        rows, Workload.WORKSPACES, PARTITIONS, WARM_UP);
    try (Parts parts = Parts.start(new Launcher(fleet.root()))) {
      Path folder = Files.createTempDirectory("adfleet-bench-");
      try {
        run(parts, folder, rows);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new E2eException("There is no place for a file: " + e.getMessage() + ".", e);
    }
  }

  private void run(Parts parts, Path folder, int rows) {
    createTopics(parts.kafka());
    Path migrations =
        fleet.root().resolve("services/snapshot-store/src/main/resources/db/migration");
    try (SnapshotsStore store = SnapshotsStore.create(parts.postgresPort(), migrations);
        Publisher publisher = new Publisher(parts.kafka(), PREFIX);
        SnapshotService service =
            new SnapshotService(
                fleet.root(), parts, PREFIX, folder.resolve("snapshot-store.log"))) {
      out.printf(
          "  %s; snapshot-store with %s%n",
          store.durability(), String.join(" ", SnapshotService.flags().subList(0, 3)));
      Instant now = Clock.systemUTC().instant();
      Course warmUp = Course.of(new Workload(WARM_UP, now), publisher, PARTITIONS);
      Course measured = Course.of(new Workload(rows, now), publisher, PARTITIONS);
      Runner runner = new Runner(store, publisher, service, warmUp, measured);
      Measured fresh = runner.pass(FRESH);
      Measured copy = runner.copies(folder.resolve("figure.txt"), rows);
      print(FRESH, fresh, copy, FRESH_TARGET);
      print(CHANGED, runner.pass(CHANGED), copy, NEWER_TARGET);
      out.printf(
          "    of these every figure's date had ended, so each also kept what it replaced"
              + " (%,d rows)%n",
          store.count("restatement"));
      print(EQUAL, runner.pass(EQUAL), copy, NEWER_TARGET);
    }
  }

  /** So many rows in that time, for which the server used so much processor time. */
  private record Measured(long rows, double seconds, double serverSeconds) {

    double rate() {
      return rows / seconds;
    }

    double serverSecondsPerMillion() {
      return serverSeconds / rows * 1e6;
    }
  }

  /** What a pass needs. */
  private final class Runner {

    private final SnapshotsStore store;
    private final Publisher publisher;
    private final SnapshotService service;
    private final Course warmUp;
    private final Course measured;
    private final ProcessHandle postgres;

    Runner(
        SnapshotsStore store,
        Publisher publisher,
        SnapshotService service,
        Course warmUp,
        Course measured) {
      this.store = store;
      this.publisher = publisher;
      this.service = service;
      this.warmUp = warmUp;
      this.measured = measured;
      this.postgres = store.server();
    }

    /** From the first measured commit to the last. */
    Measured pass(Workload.Pass pass) {
      warmUp.say(publisher, pass);
      measured.say(publisher, pass);
      store.settle();
      String load = Machine.load();
      service.start();
      await(() -> measured.hasBegun(store, pass));
      long begun = System.nanoTime();
      int already = measured.committed(store, pass);
      Duration server = Machine.processorTimeOfAll(postgres);
      Duration processor = service.processorTime();
      await(() -> measured.isDone(store, pass));
      double seconds = (System.nanoTime() - begun) / 1e9;
      int done = measured.committed(store, pass) - already;
      Measured result = new Measured(done, seconds, used(server));
      out.printf(
          "  %s: %,d rows in %.2f s; processor time: PostgreSQL %.1f s, snapshot-store %.1f s (%s"
              + " before)%n",
          pass.name(),
          done,
          seconds,
          result.serverSeconds(),
          service.processorTime().minus(processor).toMillis() / 1e3,
          load);
      service.stop();
      return result;
    }

    private double used(Duration before) {
      return Machine.processorTimeOfAll(postgres).minus(before).toMillis() / 1e3;
    }

    /** COPY of what the first pass left, into the twin. */
    Measured copies(Path file, int rows) {
      store.export(file);
      store.createTwin();
      String load = Machine.load();
      List<Measured> copies = new ArrayList<>();
      for (int i = 0; i < COPIES; i++) {
        store.truncateTwin();
        Duration server = Machine.processorTimeOfAll(postgres);
        long begun = System.nanoTime();
        long copied = store.copy(file);
        copies.add(new Measured(copied, (System.nanoTime() - begun) / 1e9, used(server)));
        if (copied < rows) {
          throw new E2eException("Only " + copied + " rows were there to copy.");
        }
      }
      store.dropTwin();
      copies.sort(Comparator.comparingDouble(Measured::rate));
      Measured median = copies.get(COPIES / 2);
      out.printf(
          "  COPY of the same rows into a twin without row-level security: %,.0f rows/s, the median"
              + " of %s; processor time: PostgreSQL %.1f s a million rows (%s before)%n",
          median.rate(),
          String.join(", ", copies.stream().map(c -> "%,.0f".formatted(c.rate())).toList()),
          median.serverSecondsPerMillion(),
          load);
      return median;
    }

    private void await(java.util.function.BooleanSupplier happened) {
      Pause.until(
          () -> {
            service.mustLive();
            return happened.getAsBoolean();
          },
          LOOK_EVERY,
          PATIENCE,
          "snapshot-store did not get through the readings in time.");
    }
  }

  private void print(Workload.Pass pass, Measured measured, Measured copy, double target) {
    double ratio = measured.rate() / copy.rate();
    out.printf(
        "  %-22s %,9.0f rows/s = %.2f of COPY (at least %.1f wanted%s); PostgreSQL's processor time"
            + " a row is %.2f of COPY's%n",
        pass.name(),
        measured.rate(),
        ratio,
        target,
        ratio < target ? ": MISSED" : "",
        measured.serverSecondsPerMillion() / copy.serverSecondsPerMillion());
  }

  private static void createTopics(String bootstrap) {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (topic.used()) {
        int partitions = topic == Topic.READINGS ? PARTITIONS : topic.partitions();
        topics.add(
            new NewTopic(PREFIX + topic.topicName(), partitions, (short) 1)
                .configs(topic.config()));
        topics.add(new NewTopic(PREFIX + topic.deadLetterName(), 1, (short) 1));
      }
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new E2eException("The topics cannot be made: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while making topics.", e);
    }
  }

  private static int rows() {
    String told = System.getenv().getOrDefault("ROWS", "");
    try {
      return told.isBlank() ? ROWS : Integer.parseInt(told.strip());
    } catch (NumberFormatException e) {
      throw new E2eException("ROWS=" + told + " is not a number.", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
