package io.adfleet.local.tests;

import io.adfleet.local.Trouble;
import io.adfleet.local.parts.RunningParts;
import io.adfleet.local.settings.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code test}: starts the parts once, lets Maven run everything on them, and sums it up. */
public final class TestCommand {

  /** Of all that Maven says, what tells a reader how far it is and what is wrong. */
  private static final Pattern TOLD =
      Pattern.compile(
          "\\[INFO\\] Building .*|\\[(INFO|ERROR|WARNING)\\].*Tests run:.*|\\[ERROR\\].*"
              + "|\\[INFO\\] BUILD .*|\\[INFO\\] Total time:.*");

  private final Map<String, String> environment;
  private final Folders folders;
  private final PrintStream out;
  private final Clock clock;

  public TestCommand(Map<String, String> environment, PrintStream out, Clock clock) {
    this.environment = environment;
    this.folders = Folders.of(environment);
    this.out = out;
    this.clock = clock;
  }

  /** Returns whether everything passed. */
  public boolean run() {
    SurefireReports reports = new SurefireReports(folders.root());
    reports.clear();
    FileTime begun = FileTime.from(clock.instant().minusSeconds(1));
    out.println("starting PostgreSQL and Kafka for all tests, usually 6 s …");
    int code;
    try (RunningParts parts = RunningParts.start(environment, false)) {
      Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop-parts"));
      code = maven(parts);
    }
    TestReport report = reports.since(begun);
    out.println();
    report.broken().forEach(name -> out.println("failed: " + name));
    if (code != 0 && report.broken().isEmpty()) {
      out.println("Maven ended with " + code + ": see " + log());
    }
    out.println(report.line());
    return code == 0 && report.broken().isEmpty() && report.run() > 0;
  }

  private Path log() {
    return folders.root().resolve("deploy/local/target/test.log");
  }

  private int maven(RunningParts parts) {
    ProcessBuilder builder =
        new ProcessBuilder("mvn", "-B", "-ntp", "--fail-at-end", "verify")
            .directory(folders.root().toFile())
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put("ADFLEET_PARTS_POSTGRES_PORT", Integer.toString(parts.postgresPort()));
    builder.environment().put("ADFLEET_PARTS_KAFKA", parts.kafkaBootstrap());
    out.println("running all tests, usually 12 minutes; everything Maven says is in " + log());
    try {
      Folders.create(log().getParent());
      Process maven = builder.start();
      maven.getOutputStream().close();
      Thread stop = new Thread(maven::destroy, "stop-maven");
      Runtime.getRuntime().addShutdownHook(stop);
      tell(maven);
      int code = maven.waitFor();
      Runtime.getRuntime().removeShutdownHook(stop);
      return code;
    } catch (IOException e) {
      throw new Trouble("Maven cannot be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while the tests ran.", e);
    }
  }

  private void tell(Process maven) throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
        var log = Files.newBufferedWriter(log())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line);
        log.newLine();
        if (TOLD.matcher(line).matches()) {
          out.println(line);
        }
      }
    }
  }
}
