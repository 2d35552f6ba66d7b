package io.adfleet.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which platform is read, where its access tokens come from and how hard the loop works. */
@ConfigMapping(prefix = "adfleet.ingest")
public interface IngestConfig {

  /** Its name on topics: one of {@link io.adfleet.contracts.Platform}. */
  String platform();

  /** Who people give their consent to, as sentences say it: Google. */
  String vendor();

  /** What is read, as sentences say it: Google Ads. */
  String product();

  Tokens tokens();

  Work work();

  Quota quota();

  /** Where access tokens come from, and who we are when we ask for them. */
  interface Tokens {
    URI connectionsUrl();

    URI issuerTokenUrl();

    String clientId();

    Optional<String> clientSecret();

    @WithDefault("PT10S")
    Duration deadline();
  }

  /** Claiming and reading. */
  interface Work {
    /** Slices read at the same time by this instance. */
    @WithDefault("4")
    int workers();

    /** How many of these leave the night's work and backfills to the others. */
    @WithDefault("0")
    int forTheLiving();

    /** Dates of one account, report and level that one query reads at most. */
    @WithDefault("14")
    int datesPerQuery();

    /** A worker's hold on what it reads; renewed while it reads. */
    @WithDefault("PT60S")
    Duration lease();

    /** How often a worker's hold is renewed. */
    @WithDefault("15s")
    String renewEvery();

    /** A hold that lasted so long is not renewed any more: its worker is stuck. */
    @WithDefault("PT1H")
    Duration longest();

    /** How long a slice that was said waits for its coverage before it is read again. */
    @WithDefault("PT2M")
    Duration coverageWait();

    /** How long an idle worker rests; an accepted request wakes it. */
    @WithDefault("PT1S")
    Duration rest();

    /** First pause after a passing failure; doubles with each. */
    @WithDefault("PT1S")
    Duration backOff();

    /** Tries of a slice before a passing failure counts as lasting. */
    @WithDefault("5")
    int tries();

    /** Times a slice is read before a refused manifest counts as lasting. */
    @WithDefault("3")
    int refusals();

    /** Jobs are remembered this long after their end. */
    @WithDefault("P30D")
    Duration remember();
  }

  /** What the platform allows. */
  interface Quota {
    /** What the operations are counted against: a developer token, an app; kept as a hash. */
    String credential();

    /** Operations it may do in a day; 0 for no limit. */
    @WithDefault("0")
    int dailyOperations();

    /** The part of it that reading may use; the rest is kept for changes. */
    @WithDefault("0.8")
    double readShare();

    /** Slices one instance is expected to read while they are still fresh. */
    @WithDefault("600")
    int slicesPerReplica();
  }
}
