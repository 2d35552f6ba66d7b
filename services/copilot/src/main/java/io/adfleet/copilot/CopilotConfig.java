package io.adfleet.copilot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an operator sets for this service. */
@ConfigMapping(prefix = "adfleet.copilot")
public interface CopilotConfig {

  Dashboard dashboard();

  Model model();

  /** A whole answer takes no longer. */
  @WithDefault("PT30S")
  Duration deadline();

  /** Who answers queries, and who we are there. */
  interface Dashboard {
    URI url();

    /** Where our own token comes from. */
    URI tokenUrl();

    String clientId();

    Optional<String> clientSecret();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** For one answer. */
    @WithDefault("PT10S")
    Duration deadline();
  }

  /** A language model that reads what the grammar can't. */
  interface Model {
    /** Without one there is no model. */
    Optional<String> apiKey();

    URI url();

    String name();

    /** For reading one question. */
    @WithDefault("PT15S")
    Duration deadline();

    /** Tokens of one reply at most. */
    @WithDefault("500")
    int mostTokens();

    /** Questions read at the same time by one instance. */
    @WithDefault("8")
    int atOnce();
  }
}
