package io.adfleet.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with a world's CSV files; what tells it from another is the hash of these files. */
public final class WorldFolder {

  private static final List<String> NEEDED = List.of("accounts.csv", "entities.csv", "days.csv");
  private static final Set<String> KNOWN =
      Set.of(
          "accounts.csv",
          "entities.csv",
          "days.csv",
          "actions.csv",
          "restatements.csv",
          "conversion_actions.csv",
          "changes.csv",
          "orders.csv",
          "refunds.csv",
          "touches.csv");

  private final Path folder;
  private final String address;

  /** A folder whose own addresses lead nowhere. */
  public WorldFolder(Path folder) {
    this(folder, "");
  }

  /**
   * A folder.
   *
   * @param address the server in front of an address that the world begins with a slash
   */
  public WorldFolder(Path folder, String address) {
    this.address = address;
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(this.folder)) {
      throw new WorldException("The world " + this.folder + " is not a folder.");
    }
    for (String file : NEEDED) {
      if (!Files.isRegularFile(this.folder.resolve(file))) {
        throw new WorldException("The world " + this.folder + " has no " + file + ".");
      }
    }
  }

  /** The folder's own name. */
  public String name() {
    return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
  }

  /** Hex SHA-256 of the names and bytes of its CSV files. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, Path> file : csvFiles().entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        MessageDigest content = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file.getValue())) {
          byte[] buffer = new byte[1 << 16];
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            content.update(buffer, 0, read);
          }
        }
        digest.update(content.digest());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new WorldException("The world " + folder + " cannot be read: " + e.getMessage() + ".");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** CSV files that no one reads, by name; a misspelt file shall not go unnoticed. */
  public List<String> unread() {
    try {
      return csvFiles().keySet().stream().filter(name -> !KNOWN.contains(name)).toList();
    } catch (IOException e) {
      throw new WorldException("The world " + folder + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Reads the accounts alone: enough to know every account's today. */
  public Map<String, Account> accounts() {
    return new AccountsFile(folder.resolve("accounts.csv")).read();
  }

  /** The start of a world that is served for the first time at that instant. */
  public World.Start startingAt(Instant now) {
    Map<String, LocalDate> today = new LinkedHashMap<>();
    accounts()
        .values()
        .forEach(account -> today.put(account.id(), LocalDate.ofInstant(now, account.zone())));
    return new World.Start(now, today);
  }

  /** Reads everything, with relative dates counted from that start. */
  public World read(World.Start start) {
    World world = new World(start, accounts());
    new EntitiesFile(world, folder.resolve("entities.csv"), address).read();
    FigureFiles figures = new FigureFiles(world, folder);
    figures.readDays();
    figures.readRestatements();
    LaterFiles later = new LaterFiles(world, folder);
    later.readMetaActions();
    later.readConversionActions();
    later.readChanges();
    return world;
  }

  private Map<String, Path> csvFiles() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(".csv"))
          .forEach(file -> files.put(file.getFileName().toString(), file));
    }
    return files;
  }
}
