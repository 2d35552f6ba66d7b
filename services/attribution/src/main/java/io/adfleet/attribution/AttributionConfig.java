package io.adfleet.attribution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** What an operator sets for this service. */
@ConfigMapping(prefix = "adfleet.attribution")
public interface AttributionConfig {

  Pixel pixel();

  /** The pixel door. */
  interface Pixel {
    /** Events one key may send to one instance in a minute; at least a batch. */
    @WithDefault("300000")
    long eventsPerMinute();

    /** Batches one instance stores at the same time; more are asked to come again. */
    @WithDefault("64")
    int batchesAtOnce();

    /** For storing one batch. */
    @WithDefault("PT5S")
    Duration deadline();

    /** How long a key is believed without looking it up again. */
    @WithDefault("PT30S")
    Duration keyMemory();

    /** How long events are kept. */
    @WithDefault("P400D")
    Period retention();

    /** Between two looks for events that are past keeping. */
    @WithDefault("1h")
    String forgetEvery();
  }
}
