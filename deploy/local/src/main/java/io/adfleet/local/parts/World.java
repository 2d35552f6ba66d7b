package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Jvm;
import io.adfleet.local.process.Shell;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The world that the data of this fleet comes from. The first start copies it into the data folder;
 * from then on another one is refused, because figures of two worlds in one store mean nothing.
 */
public final class World {

  private static final String NAME = "world";
  private static final String HASH = "world.hash";
  private static final String ORIGIN = "world.origin";
  private static final String DEMO = "the generated demo world";

  private final Settings settings;

  public World(Settings settings) {
    this.settings = settings;
  }

  /** Where the sandbox reads it. */
  public Path folder() {
    return settings.data(NAME);
  }

  /** Refuses a world the user named when the data holds another. */
  public void check() {
    if (settings.world().isPresent() && isHeld()) {
      refuseAnother(settings.world().get(), settings.memory().get(HASH).orElseThrow());
    }
  }

  private boolean isHeld() {
    return settings.memory().get(HASH).isPresent() && Files.isDirectory(folder());
  }

  /** Copies or generates the world when none is held yet, and refuses another one. */
  public void ensure() {
    if (isHeld()) {
      check();
      return;
    }
    Folders.delete(folder());
    Path draft = Folders.create(settings.data("world.draft"));
    Folders.delete(draft);
    if (settings.world().isPresent()) {
      copy(checked(settings.world().get()), Folders.create(draft));
    } else {
      generate(draft);
    }
    try {
      Files.move(draft, folder(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Trouble("The world cannot be put into " + folder() + ": " + e.getMessage(), e);
    }
  }

  /** Keeps the world for good; called once the sandbox serves it. */
  public void accept() {
    if (settings.memory().get(HASH).isEmpty()) {
      settings.memory().set(ORIGIN, settings.world().map(Path::toString).orElse(DEMO));
      settings.memory().set(HASH, hash(folder()));
    }
  }

  private void refuseAnother(Path wanted, String held) {
    String other = hash(checked(wanted));
    if (!other.equals(held)) {
      throw new Trouble(
          "%s holds %s (%s) and cannot serve %s (%s); run make reset first, or choose another DATA."
              .formatted(
                  settings.folders().data(),
                  settings.memory().get(ORIGIN).orElse("another world"),
                  held.substring(0, 8),
                  wanted,
                  other.substring(0, 8)));
    }
  }

  private static Path checked(Path world) {
    if (!Files.isRegularFile(world.resolve("accounts.csv"))) {
      throw new Trouble(
          "WORLD=" + world + " is no world: there is no accounts.csv in that folder.");
    }
    return world;
  }

  private static void copy(Path from, Path to) {
    try {
      for (Path file : files(from)) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new Trouble("The world " + from + " cannot be copied: " + e.getMessage(), e);
    }
  }

  private void generate(Path folder) {
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(Jvm.options(256, null));
    command.addAll(List.of("-cp", Sandbox.classPath(settings), "io.adfleet.sandbox.DemoWorld"));
    command.add(folder.toString());
    Shell.Answer made = Shell.run(command);
    if (!made.succeeded()) {
      throw new Trouble("The demo world cannot be generated: " + made.output());
    }
  }

  /** Tells worlds apart by the names and contents of their files. */
  public static String hash(Path world) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files(world)) {
        byte[] content = Files.readAllBytes(file);
        String head = file.getFileName() + "|" + content.length + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Trouble("The world " + world + " cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static List<Path> files(Path world) throws IOException {
    try (var files = Files.list(world)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().toList();
    }
  }
}
