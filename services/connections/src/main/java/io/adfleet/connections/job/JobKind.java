package io.adfleet.connections.job;

import java.util.Locale;

/** Why an account is read. */
public enum JobKind {
  /** Its history, when it is connected. */
  BACKFILL,
  /** Today, every few minutes. */
  LIVE,
  /** The last dates again, at night. */
  NIGHTLY,
  /** Somebody asked. */
  NOW;

  /** The word in the database, the API and on topics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
