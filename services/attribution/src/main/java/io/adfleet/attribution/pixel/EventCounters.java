package io.adfleet.attribution.pixel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what came of events. */
@ApplicationScoped
class EventCounters {

  private final Counter accepted;
  private final Counter duplicates;
  private final Counter withoutConsent;
  private final Counter refused;

  EventCounters(MeterRegistry meters) {
    this.accepted = counter(meters, "accepted");
    this.duplicates = counter(meters, "duplicate");
    this.withoutConsent = counter(meters, "without_consent");
    this.refused = counter(meters, "refused");
  }

  void count(PixelEventsResource.Taken taken) {
    accepted.increment(taken.accepted());
    duplicates.increment(taken.duplicates());
    withoutConsent.increment(taken.withoutConsent());
    refused.increment(taken.refused().size());
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("adfleet_attribution_pixel_events")
        .description("Events at the pixel door and what came of them")
        .tag("outcome", outcome)
        .register(meters);
  }
}
