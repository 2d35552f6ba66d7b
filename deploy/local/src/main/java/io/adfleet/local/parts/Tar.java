package io.adfleet.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks archives. */
final class Tar {

  private static final int EXECUTABLE = 0100;

  private Tar() {}

  /** Writes every entry below the folder. */
  static void unpack(InputStream plain, Path target) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(plain);
    for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
      Path path = target.resolve(e.getName()).normalize();
      if (!path.startsWith(target)) {
        throw new IOException("an entry leaves the folder: " + e.getName());
      }
      write(tar, e, path);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean executable = (entry.getMode() & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
