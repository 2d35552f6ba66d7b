package io.adfleet.local.settings;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/** A small file of names and values in the data folder, readable by its owner only. */
public final class Memory {

  private final Path file;
  private final Properties values = new Properties();

  /** Reads the file if there is one. */
  public Memory(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try {
        values.load(new StringReader(Files.readString(file)));
      } catch (IOException | IllegalArgumentException e) {
        throw new Trouble(file + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
  }

  /** What was remembered under that name. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }

  /** Remembers at once. */
  public void set(String name, String value) {
    if (value.equals(values.getProperty(name))) {
      return;
    }
    values.setProperty(name, value);
    save();
  }

  private void save() {
    Folders.create(file.toAbsolutePath().getParent());
    StringWriter text = new StringWriter();
    values.stringPropertyNames().stream()
        .sorted()
        .forEach(name ->
            text.append(name).append('=').append(escaped(values.getProperty(name))).append('\n'));
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, text.toString());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Trouble(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
