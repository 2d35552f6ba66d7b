package io.adfleet.snapshots.reading;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** How many readings did what, and how many slices closed. */
@ApplicationScoped
class ReadingMetrics {

  private final MeterRegistry meters;

  ReadingMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Said said) {
    said.outcomes()
        .forEach((outcome, n) ->
            meters
                .counter(
                    "adfleet.snapshots.readings",
                    "outcome",
                    outcome.name().toLowerCase(Locale.ROOT))
                .increment(n));
    for (Said.Closing closing : said.closings()) {
      meters
          .counter(
              "adfleet.snapshots.slices",
              "outcome",
              switch (closing.verdict()) {
                case Manifest.Verdict.Closes() -> "closed";
                case Manifest.Verdict.Refused(String reason) -> "refused";
                case Manifest.Verdict.Late() -> "late";
              })
          .increment();
    }
  }
}
