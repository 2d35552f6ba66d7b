package io.adfleet.meta;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this service reaches the Graph API and asks it for insights. */
@ConfigMapping(prefix = "adfleet.meta")
public interface MetaConfig {

  Graph graph();

  Insights insights();

  /** The Graph API. */
  interface Graph {
    /** Without a version; no answer may lead anywhere else. */
    URI url();

    String appId();

    /** Proves with every call that a token is used by its own app. */
    Optional<String> appSecret();

    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long one call may take. */
    @WithDefault("PT60S")
    Duration deadline();
  }

  /** Insights. */
  interface Insights {
    /** Dates that are asked for at once; more are ordered as a report that runs by itself. */
    @WithDefault("2")
    int datesAtOnce();

    /** Rows of a page; halved where Meta wants to be asked for less. */
    @WithDefault("500")
    int page();

    /** Attribution windows that are kept as actions of their own, beside the account's setting. */
    Optional<List<String>> windows();

    /** Before the first look at a report; each look waits longer. */
    @WithDefault("PT1S")
    Duration firstLook();

    /** The longest wait between two looks. */
    @WithDefault("PT20S")
    Duration slowestLook();

    /** A report that hasn't started by then is ordered in parts. */
    @WithDefault("PT5M")
    Duration startWithin();

    /** A report that hasn't ended by then is ordered in parts. */
    @WithDefault("PT15M")
    Duration endWithin();
  }
}
