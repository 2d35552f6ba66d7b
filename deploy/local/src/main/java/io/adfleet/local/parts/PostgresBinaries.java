package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Folders;
import io.adfleet.local.settings.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per machine from the jar that carries them. */
public final class PostgresBinaries {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /** The folder with {@code bin/postgres}; several processes may ask at once. */
  public static Path in(Path cache, PostgresUser user) {
    Path base = user.reaches(Folders.create(cache)) ? cache : Path.of("/var/lib/adfleet/cache");
    Path home = Folders.create(base).resolve("postgres-" + Versions.of("postgres"));
    if (Files.exists(home.resolve("bin/postgres"))) {
      return home;
    }
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      throw new Trouble(
          "The PostgreSQL that adfleet carries is for Linux on x86-64, this is "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + ".");
    }
    try {
      Path draft = Files.createTempDirectory(base, "postgres-draft-");
      unpack(draft);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      publish(draft, home);
      return home;
    } catch (IOException e) {
      throw new Trouble(
          "PostgreSQL cannot be unpacked to " + home + ": " + e.getMessage() + ".", e);
    }
  }

  /** Somebody else may have been faster; then theirs is used. */
  private static void publish(Path draft, Path home) throws IOException {
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException faster) {
      Folders.delete(draft);
    } catch (IOException e) {
      Folders.delete(draft);
      if (!Files.exists(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static void unpack(Path target) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (packed == null) {
        throw new IOException("the jar with " + ARCHIVE + " is not on the class path");
      }
      Tar.unpack(new XZInputStream(packed), target);
    }
  }
}
