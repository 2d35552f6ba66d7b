package io.adfleet.connections.connection;

import java.util.Locale;

/** How a connection does. */
public enum ConnectionState {
  /** Consented, no account chosen yet. */
  PENDING,
  ACTIVE,
  /** The consent is gone; only the person can give it again. */
  NEEDS_REAUTH,
  /** The platform asked us to wait. */
  RATE_LIMITED;

  /** The word in the database, the API and on topics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ConnectionState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
