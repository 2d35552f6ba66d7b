package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the unified dashboard says of a range, by currency. */
record Board(List<Part> parts) {

  /** Stands for a currency where what adds up across them is summed. */
  static final String ALL = "all currencies";

  /**
   * The figures of one currency.
   *
   * @param asked what it must say
   * @param figures what it says; what is unknown is missing
   */
  record Part(String currency, Set<Measure> asked, Map<Measure, Long> figures) {}

  static Board read(JsonNode answer) {
    List<Part> parts = new ArrayList<>();
    if (!answer.path("by_currency").isArray()) {
      parts.add(
          part(
              answer.path("currency").asText(), EnumSet.allOf(Measure.class), answer.path("kpis")));
      return new Board(parts);
    }
    for (JsonNode one : answer.path("by_currency")) {
      parts.add(
          part(one.path("currency").asText(), EnumSet.allOf(Measure.class), one.path("kpis")));
    }
    parts.add(part(ALL, Measure.COUNTS, answer.path("kpis")));
    return new Board(parts);
  }

  private static Part part(String currency, Set<Measure> asked, JsonNode kpis) {
    Map<Measure, Long> figures = new EnumMap<>(Measure.class);
    for (JsonNode kpi : kpis) {
      for (Measure measure : asked) {
        if (kpi.path("key").asText().equals(measure.word()) && kpi.hasNonNull("value")) {
          figures.put(measure, measure.read(kpi.path("value").asText()));
        }
      }
    }
    return new Part(currency, asked, figures);
  }
}
