package io.adfleet.local.services;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Shell;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one service is built from: its own sources and those of the libraries. */
public final class Sources {

  private static final Set<String> NO_SOURCES = Set.of("target", "test", "node_modules", "dist");

  private final Path root;
  private final String service;

  public Sources(Path root, String service) {
    this.root = root;
    this.service = service;
  }

  /** When each file was changed last; two of them differ when a source did. */
  public Map<Path, Long> state() {
    Map<Path, Long> state = new TreeMap<>();
    for (String folder : List.of("services/" + service, "libs")) {
      try {
        Files.walkFileTree(root.resolve(folder), new Visitor(state));
      } catch (IOException e) {
        throw new Trouble("The sources in " + folder + " cannot be read: " + e.getMessage(), e);
      }
    }
    return state;
  }

  /** Builds the service and the libraries it needs; what it was built into is replaced. */
  public Shell.Answer build() {
    return Shell.run(
        List.of(
            "mvn",
            "-B",
            "-ntp",
            "-q",
            "-f",
            root.resolve("pom.xml").toString(),
            "-pl",
            "services/" + service,
            "-am",
            "-Dmaven.test.skip=true",
            "package"),
        Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Map<Path, Long> state;

    Visitor(Map<Path, Long> state) {
      this.state = state;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return NO_SOURCES.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!file.getFileName().toString().startsWith(".")) {
        state.put(file, attributes.lastModifiedTime().toMillis());
      }
      return FileVisitResult.CONTINUE;
    }

    /** An editor replaces files while they are looked at. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
