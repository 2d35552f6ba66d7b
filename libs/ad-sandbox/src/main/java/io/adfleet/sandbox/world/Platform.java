package io.adfleet.sandbox.world;

import java.util.Locale;
import java.util.Optional;

/** A platform that an account of a world belongs to. */
public enum Platform {
  GOOGLE,
  META,
  TIKTOK,
  SHOPIFY;

  /** The platform's word in files and answers: {@code google}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform of that word, if there is one. */
  public static Optional<Platform> of(String word) {
    for (Platform platform : values()) {
      if (platform.word().equals(word)) {
        return Optional.of(platform);
      }
    }
    return Optional.empty();
  }
}
