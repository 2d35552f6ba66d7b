package io.adfleet.sandbox.meta;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The fields that Meta knows of a kind of node; most of them the sandbox leaves empty. */
final class KnownFields {

  private static final Map<String, Set<String>> BY_TYPE = read();

  private KnownFields() {}

  static boolean has(String type, String field) {
    return BY_TYPE.getOrDefault(type, Set.of()).contains(field);
  }

  private static Map<String, Set<String>> read() {
    Properties file = new Properties();
    try (InputStream in = KnownFields.class.getResourceAsStream("fields.properties")) {
      file.load(Objects.requireNonNull(in, "fields.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Set<String>> byType = new HashMap<>();
    file.stringPropertyNames()
        .forEach(type -> byType.put(type, Set.of(file.getProperty(type).split(",\\s*"))));
    return byType;
  }
}
