package io.adfleet.gateway;

import java.net.URI;
import java.util.HexFormat;
import java.util.Optional;

/** The rule that says why a gateway must not start: each answer is one sentence with its remedy. */
final class ProductionSecrets {

  static final int KEY_BYTES = 32;
  static final int DISTINCT_BYTES = 16;
  static final int STATE_CHARACTERS = 32;

  private ProductionSecrets() {}

  /** Why this encryption key won't do, if it won't. */
  static Optional<String> refuseKey(Optional<String> hex, boolean production) {
    if (hex.isEmpty() || hex.get().isBlank()) {
      return production
          ? Optional.of(
              "ENCRYPTION_KEY is missing: set it to 32 random bytes in hexadecimal (openssl rand"
                  + " -hex 32).")
          : Optional.empty();
    }
    byte[] key;
    try {
      key = HexFormat.of().parseHex(hex.get().strip());
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "ENCRYPTION_KEY is not hexadecimal: set it to 32 random bytes in hexadecimal (openssl"
              + " rand -hex 32).");
    }
    if (key.length != KEY_BYTES) {
      return Optional.of(
          "ENCRYPTION_KEY has "
              + key.length
              + " bytes instead of 32: make one with openssl rand -hex 32.");
    }
    if (production && distinct(key) < DISTINCT_BYTES) {
      return Optional.of(
          "ENCRYPTION_KEY is weak, its bytes repeat: make a random one with openssl rand -hex 32.");
    }
    return Optional.empty();
  }

  /** Why this state secret won't do, if it won't. */
  static Optional<String> refuseStateSecret(String secret, boolean production) {
    if (secret.length() < STATE_CHARACTERS || (production && secret.startsWith("local-"))) {
      return Optional.of(
          "SESSION_STATE_SECRET must be a secret of at least 32 characters, the same on every"
              + " replica: make one with openssl rand -hex 16.");
    }
    return Optional.empty();
  }

  /** Why this address won't do, if it won't. */
  static Optional<String> refuseAddress(URI publicUrl, boolean production) {
    return production && !"https".equals(publicUrl.getScheme())
        ? Optional.of(
            "PUBLIC_URL must start with https:// in production, because the session cookie is only"
                + " sent over TLS; it is "
                + publicUrl
                + ".")
        : Optional.empty();
  }

  private static long distinct(byte[] key) {
    java.util.Set<Byte> seen = new java.util.HashSet<>();
    for (byte b : key) {
      seen.add(b);
    }
    return seen.size();
  }
}
