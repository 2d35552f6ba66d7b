package io.adfleet.e2e.story;

import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import io.adfleet.e2e.fleet.Launcher;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks the story in two halves, with everything stopped and started between them. */
public final class WalkStory {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Fleet fleet;
  private final PrintStream out;
  private final Path folder;

  public WalkStory(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
    this.folder = fleet.root().resolve("deploy/e2e/story");
  }

  /** Whether there is a browser to walk it; fails when the story does. */
  public boolean walk() {
    fleet.needsToRun();
    Optional<Path> browser = browser();
    if (browser.isEmpty()) {
      out.println(
          "There is no Chromium on the PATH; install one (e.g. apt-get install chromium), or say"
              + " where it is with CHROME_PATH.");
      return false;
    }
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      out.println("installing what the story needs, usually 5 s …");
      run(List.of("npm", "ci"), Map.of());
    }
    Path kept = fleet.data().resolve("run/story.json");
    Map<String, String> told =
        Map.of(
            "GATEWAY", fleet.gateway(),
            "SANDBOX", fleet.sandbox(),
            "CHROME", browser.get().toString(),
            "EMAIL", "second@adfleet.test",
            "PASSWORD", fleet.secret("SECOND_PASSWORD", "second-adfleet"),
            "KEPT", kept.toString());
    out.println("a newcomer, usually 2 minutes …");
    run(List.of("node", "story.mjs", "begin"), told);
    out.println("everything is stopped and started, usually 1 minute …");
    Launcher launcher = new Launcher(fleet.root());
    Map<String, String> where = Map.of("DATA", fleet.data().toString());
    launcher.run("down", where, PATIENCE);
    launcher.run("up", where, PATIENCE);
    run(List.of("node", "story.mjs", "again"), told);
    out.println("the story holds");
    return true;
  }

  private static Optional<Path> browser() {
    String told = System.getenv().getOrDefault("CHROME_PATH", "");
    if (!told.isBlank()) {
      return Optional.of(Path.of(told));
    }
    List<String> path = List.of(System.getenv("PATH").split(File.pathSeparator));
    return BROWSERS.stream()
        .flatMap(name -> path.stream().map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void run(List<String> command, Map<String, String> told) {
    out.flush();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile()).inheritIO();
      builder.environment().putAll(told);
      int ended = builder.start().waitFor();
      if (ended != 0) {
        throw new E2eException(String.join(" ", command) + " ended with " + ended + ".");
      }
    } catch (IOException e) {
      throw new E2eException(
          command.getFirst() + " cannot be run; Node 20 is needed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted in the middle of the story.", e);
    }
  }
}
