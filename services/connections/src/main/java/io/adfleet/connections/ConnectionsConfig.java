package io.adfleet.connections;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator sets for this service. */
@ConfigMapping(prefix = "adfleet.connections")
public interface ConnectionsConfig {

  /** Where browsers reach the fleet. */
  URI publicUrl();

  Credential credential();

  Google google();

  Meta meta();

  Schedule schedule();

  /** The keys that seal credentials. */
  interface Credential {
    /** 32 bytes in hex; seals. */
    Optional<String> encryptionKey();

    /** Keys of earlier days; they only open. */
    Optional<List<String>> oldKeys();
  }

  /** Google's doors and who we are there. */
  interface Google {
    Optional<String> clientId();

    Optional<String> clientSecret();

    Optional<String> developerToken();

    URI authorizeUrl();

    URI tokenUrl();

    URI revokeUrl();

    /** Host and port of the Google Ads API. */
    String endpoint();

    /** To reach a door. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** For a whole answer. */
    @WithDefault("PT30S")
    Duration answerTimeout();
  }

  /** Meta's doors and who we are there. */
  interface Meta {
    Optional<String> appId();

    Optional<String> appSecret();

    /** Where a person consents. */
    URI dialogUrl();

    /** The Graph API, without a version. */
    URI graphUrl();

    /** To reach a door. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** For a whole answer. */
    @WithDefault("PT30S")
    Duration answerTimeout();
  }

  /** When accounts are read. */
  interface Schedule {
    /** Between two looks for accounts that are due; {@code off} asks for none. */
    @WithDefault("5s")
    String every();

    /** Between two live readings of an account. */
    @WithDefault("PT15M")
    Duration interval();

    /** Between two readings of ad groups, ads and asset groups of today. */
    @WithDefault("PT1H")
    Duration levels();

    /** Between two readings of the structure. */
    @WithDefault("PT30M")
    Duration structure();

    /** Accounts claimed in one transaction. */
    @WithDefault("50")
    int batch();

    /** Jobs are remembered this long after their end, an account's newest backfill always. */
    @WithDefault("P30D")
    Duration remember();

    /** A job nobody said a word about for so long is given up. */
    @WithDefault("PT6H")
    Duration silence();
  }
}
