package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Micros;
import java.math.BigDecimal;
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
            millionths(item, Measure.SPEND),
            count(item, Measure.IMPRESSIONS),
            count(item, Measure.CLICKS),
            millionths(item, Measure.CONVERSIONS),
            millionths(item, Measure.CONVERSION_VALUE)));
  }

  private static long millionths(JsonNode item, Measure measure) {
    return Micros.ofDecimalText(item.path(measure.word()).asText());
  }

  private static long count(JsonNode item, Measure measure) {
    return new BigDecimal(item.path(measure.word()).asText()).longValueExact();
  }
}
