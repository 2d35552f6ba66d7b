package io.adfleet.connections.credential;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.defaults.Mode;
import io.adfleet.defaults.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the keys at start, and refuses to start on a bad one. */
@ApplicationScoped
class Keyrings {

  /** Known to everybody: it protects nothing and is refused in production. */
  private static final String LOCAL =
      "6c6f63616c2d6f6e6c792d6b65792d6f662d6164666c6565742d303132333435";

  private static final String REMEDY =
      "; set it to 32 random bytes in hex, for instance from: openssl rand -hex 32.";

  private final ConnectionsConfig.Credential config;
  private final Mode mode;

  Keyrings(ConnectionsConfig config, Mode mode) {
    this.config = config.credential();
    this.mode = mode;
  }

  @Produces
  @Singleton
  Keyring keyring() {
    return read(
        mode.production(), config.encryptionKey().orElse(""), config.oldKeys().orElse(List.of()));
  }

  /** The keys of an operator; outside production a known one stands in for none. */
  static Keyring read(boolean production, String current, List<String> old) {
    String hex = current.strip();
    if (production && (hex.isEmpty() || hex.equalsIgnoreCase(LOCAL))) {
      throw new StartRefused(
          (hex.isEmpty() ? "ENCRYPTION_KEY is missing" : "ENCRYPTION_KEY is the local one")
              + " in production mode"
              + REMEDY);
    }
    try {
      return Keyring.of(hex.isEmpty() ? LOCAL : hex, old);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("ENCRYPTION_KEY or ENCRYPTION_KEYS_OLD " + e.getMessage() + REMEDY);
    }
  }

  void check(@Observes @Priority(2) StartupEvent event, Keyring keyring) {
    keyring.sign("start", new byte[0]);
  }
}
