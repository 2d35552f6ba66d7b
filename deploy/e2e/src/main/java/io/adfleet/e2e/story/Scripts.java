package io.adfleet.e2e.story;

import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Fleet;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scripts that drive a real browser over the running fleet. */
public final class Scripts {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Fleet fleet;
  private final PrintStream out;
  private final Path folder;

  public Scripts(Fleet fleet, PrintStream out) {
    this.fleet = fleet;
    this.out = out;
    this.folder = fleet.root().resolve("deploy/e2e/story");
  }

  /** Whether there is a browser; says what to do about it where there is none. */
  public boolean canRun() {
    if (browser().isEmpty()) {
      out.println(
          "There is no Chromium on the PATH; install one (e.g. apt-get install chromium), or say"
              + " where it is with CHROME_PATH.");
      return false;
    }
    return true;
  }

  /**
   * Runs one of them to its end; fails when it does.
   *
   * @param script its file name and arguments
   * @param told what it needs beside the addresses of the fleet
   */
  public void run(List<String> script, Map<String, String> told) {
    if (!isInstalled()) {
      out.println("installing what the browser's scripts need, usually 20 s …");
      execute(List.of("npm", "ci"), Map.of());
    }
    Map<String, String> all = new HashMap<>(told);
    all.put("GATEWAY", fleet.gateway());
    all.put("SANDBOX", fleet.sandbox());
    all.put("CHROME", browser().orElseThrow().toString());
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(script);
    execute(command, all);
  }

  /** Whether npm installed what the lock file names now. */
  private boolean isInstalled() {
    Path installed = folder.resolve("node_modules/.package-lock.json");
    Path wanted = folder.resolve("package-lock.json");
    try {
      return Files.exists(installed)
          && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0;
    } catch (IOException e) {
      throw new E2eException(wanted + " cannot be read: " + e.getMessage() + ".", e);
    }
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

  private void execute(List<String> command, Map<String, String> told) {
    out.flush();
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
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
      throw new E2eException("Interrupted while a browser was driven.", e);
    }
  }
}
