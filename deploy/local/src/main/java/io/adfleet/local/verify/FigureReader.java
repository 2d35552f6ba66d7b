package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Figures;
import java.util.Optional;

/** Reads figures in the notation of the public API. */
final class FigureReader {

  private FigureReader() {}

  /** Empty when any of the five is unknown. */
  static Optional<Figures> read(JsonNode item) {
    for (Measure measure : Measure.values()) {
      if (item.path(measure.word()).isNull() || item.path(measure.word()).isMissingNode()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Figures(
            figure(item, Measure.SPEND),
            figure(item, Measure.IMPRESSIONS),
            figure(item, Measure.CLICKS),
            figure(item, Measure.CONVERSIONS),
            figure(item, Measure.CONVERSION_VALUE)));
  }

  private static long figure(JsonNode item, Measure measure) {
    return measure.read(item.path(measure.word()).asText());
  }
}
