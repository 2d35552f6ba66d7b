package io.adfleet.local.settings;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The passwords and keys of one fleet. The first start decides each one, by the environment
 * variable of the same name or by chance, and it then stays with the data it protects.
 */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Memory memory;
  private final Map<String, String> environment;

  public Secrets(Memory memory, Map<String, String> environment) {
    this.memory = memory;
    this.environment = environment;
  }

  /** A password or key of that many random bytes in hexadecimal. */
  public synchronized String random(String name, int bytes) {
    return kept(name, hex(bytes));
  }

  /** A password with a known default, for people who try the fleet. */
  public synchronized String known(String name, String otherwise) {
    return kept(name, otherwise);
  }

  /** The password of a database role. */
  public String role(String role) {
    return random(passwordName(role), 16);
  }

  /** The variable that may say it. */
  public static String passwordName(String role) {
    return role.toUpperCase(Locale.ROOT) + "_PASSWORD";
  }

  private String kept(String name, String otherwise) {
    return memory
        .get(name)
        .orElseGet(() -> {
          String told = environment.getOrDefault(name, "");
          String value = told.isBlank() ? otherwise : told;
          memory.set(name, value);
          return value;
        });
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
