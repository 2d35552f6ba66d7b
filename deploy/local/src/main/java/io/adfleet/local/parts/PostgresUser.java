package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Shell;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How PostgreSQL, which refuses to run as root, is run: directly by an ordinary user, in a user
 * namespace by root, and under another user id by a root that may not create namespaces.
 */
public enum PostgresUser {
  ORDINARY(List.of()),
  NAMESPACE(List.of("unshare", "-U")),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private static final Path REACHABLE = Path.of("/var/lib/adfleet");

  private final List<String> prefix;

  PostgresUser(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The first of the three that works here. */
  public static PostgresUser detect() {
    if (!Shell.run(List.of("id", "-u")).output().equals("0")) {
      return ORDINARY;
    }
    for (PostgresUser user : List.of(NAMESPACE, NOBODY)) {
      Shell.Answer id = Shell.run(user.with(List.of("id", "-u")));
      if (id.succeeded() && !id.output().equals("0")) {
        return user;
      }
    }
    throw new Trouble(
        "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works here;"
            + " run as an ordinary user.");
  }

  /** The command as that user. */
  public List<String> with(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /**
   * Makes the folder readable and writable by the server. Where the other user cannot reach it (a
   * clone below root's home), the folder becomes a link to one that can be reached.
   */
  public Path give(Path folder) {
    Path usable = folder;
    if (this == NOBODY && !reaches(Folders.create(folder.getParent()))) {
      usable = elsewhere(folder);
    }
    Folders.create(usable);
    if (this != ORDINARY) {
      String owner = this == NOBODY ? "65534:65534" : "0:0";
      Shell.Answer given = Shell.run(List.of("chown", "-R", owner, usable + "/"));
      if (!given.succeeded()) {
        throw new Trouble("The owner of " + usable + " cannot be changed: " + given.output() + ".");
      }
    }
    return usable;
  }

  /** Whether that user can enter the folder. */
  public boolean reaches(Path folder) {
    return Shell.run(with(List.of("test", "-x", folder.toString()))).succeeded();
  }

  private static Path elsewhere(Path folder) {
    try {
      if (Files.isSymbolicLink(folder)) {
        return Folders.create(Files.readSymbolicLink(folder));
      }
      Path target = Folders.create(REACHABLE.resolve(UUID.randomUUID().toString()));
      Files.createSymbolicLink(folder, target);
      return target;
    } catch (IOException e) {
      throw new Trouble(
          "PostgreSQL runs as user 65534 here and cannot reach "
              + folder
              + "; choose a folder with DATA= that every user may enter.",
          e);
    }
  }
}
