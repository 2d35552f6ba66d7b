package io.adfleet.local.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions that the root pom pins. */
public final class Versions {

  private static final Properties PINNED = read();

  private Versions() {}

  /** The version under that name in {@code versions.properties}. */
  public static String of(String name) {
    String version = PINNED.getProperty(name);
    if (version == null) {
      throw new IllegalArgumentException("versions.properties has no " + name);
    }
    return version;
  }

  private static Properties read() {
    try (InputStream in = Versions.class.getResourceAsStream("/versions.properties")) {
      Properties versions = new Properties();
      versions.load(in);
      return versions;
    } catch (IOException e) {
      throw new IllegalStateException("versions.properties is not readable", e);
    }
  }
}
