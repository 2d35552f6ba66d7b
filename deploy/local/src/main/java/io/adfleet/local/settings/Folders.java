package io.adfleet.local.settings;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where things lie: the clone, the data of this fleet, the cache shared by all clones. */
public record Folders(Path root, Path data, Path cache) {

  /** Reads {@code DATA} and {@code ADFLEET_CACHE}; both have defaults. */
  public static Folders of(Map<String, String> environment) {
    Path root = root(environment);
    String wanted = environment.getOrDefault("DATA", "");
    Path data = root.resolve(wanted.isBlank() ? ".data" : wanted).toAbsolutePath().normalize();
    return new Folders(root, data, cache(environment, data));
  }

  private static Path root(Map<String, String> environment) {
    String told = environment.getOrDefault("ADFLEET_ROOT", "");
    if (!told.isBlank()) {
      return Path.of(told).toAbsolutePath().normalize();
    }
    for (Path at = jar(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("deploy/local/pom.xml"))) {
        return at;
      }
    }
    return Path.of("").toAbsolutePath();
  }

  /** The jar of this launcher. */
  public static Path jar() {
    try {
      return Path.of(Folders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the launcher's own jar has no readable path", e);
    }
  }

  private static Path cache(Map<String, String> environment, Path data) {
    String told = environment.getOrDefault("ADFLEET_CACHE", "");
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = System.getProperty("user.home", "");
    Path cache =
        !told.isBlank()
            ? Path.of(told)
            : !xdg.isBlank()
                ? Path.of(xdg, "adfleet")
                : home.isBlank() || home.equals("?")
                    ? data.resolve("cache")
                    : Path.of(home, ".cache", "adfleet");
    try {
      Files.createDirectories(cache);
      if (Files.isWritable(cache)) {
        return cache.toAbsolutePath().normalize();
      }
    } catch (IOException unwritable) {
      return data.resolve("cache");
    }
    return data.resolve("cache");
  }

  /** Creates a folder with everything above it. */
  public static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Trouble("The folder " + folder + " cannot be created: " + e.getMessage() + ".", e);
    }
  }

  /** Deletes a folder with all it holds; links are removed, not followed. */
  public static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed)
                throws IOException {
              if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw failed;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new Trouble("The folder " + folder + " cannot be deleted: " + e.getMessage() + ".", e);
    }
  }
}
