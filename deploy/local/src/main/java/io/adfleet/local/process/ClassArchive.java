package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the JVM keeps the loaded classes of one build of one program, to start faster the next
 * time, with whatever data. The JVM would go on using the archive of an older build, so the name
 * carries the build.
 */
public final class ClassArchive {

  private ClassArchive() {}

  /**
   * The archive of a program; those of older builds go.
   *
   * @param folder where archives are kept
   * @param program where its jars lie
   */
  public static Path of(Path folder, String name, Path program) {
    Path archive =
        Folders.create(folder).resolve(name + "-" + build(program).substring(0, 16) + ".jsa");
    try (var files = Files.newDirectoryStream(folder, name + "-????????????????.jsa")) {
      for (Path file : files) {
        if (!file.equals(archive)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new Trouble("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
    }
    return archive;
  }

  /** Forgets the archive of a program that did not start: it holds too little. */
  public static void forget(Path archive) {
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      throw new Trouble(archive + " cannot be deleted: " + e.getMessage() + ".", e);
    }
  }

  private static String build(Path program) {
    try (var files = Files.walk(program)) {
      List<Path> jars =
          files.filter(f -> f.getFileName().toString().endsWith(".jar")).sorted().toList();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Jvm.java().getBytes(StandardCharsets.UTF_8));
      for (Path jar : jars) {
        String line =
            jar + "|" + Files.size(jar) + "|" + Files.getLastModifiedTime(jar).toMillis() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Trouble("The jars in " + program + " cannot be read: " + e.getMessage() + ".", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
