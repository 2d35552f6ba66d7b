package io.adfleet.connections.job;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reading can meet. */
public enum FailureKind {
  NEEDS_REAUTH,
  NO_PERMISSION,
  DISABLED,
  RATE_LIMITED,
  TRANSIENT,
  REFUSED_SLICE,
  PERMANENT;

  /** The word in the database, the API and on topics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A kind this release doesn't know is a permanent failure. */
  static @Nullable FailureKind of(@Nullable String word) {
    if (word == null) {
      return null;
    }
    for (FailureKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    return PERMANENT;
  }
}
