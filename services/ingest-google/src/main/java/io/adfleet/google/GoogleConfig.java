package io.adfleet.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service reaches the Google Ads API. */
@ConfigMapping(prefix = "adfleet.google")
public interface GoogleConfig {

  Ads ads();

  /** The Google Ads API. */
  interface Ads {
    /** Host and port; always TLS. */
    String endpoint();

    String developerToken();

    /** How long one query may take. */
    @WithDefault("PT60S")
    Duration deadline();
  }
}
