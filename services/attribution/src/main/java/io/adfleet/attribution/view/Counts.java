package io.adfleet.attribution.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events counted per date and type.
 *
 * @param zone in which a date begins: the workspace's own
 * @param totals per type over all dates
 */
public record Counts(
    LocalDate from, LocalDate to, String zone, List<Count> items, Map<String, Long> totals) {

  /** How many events of a type a date had; dates and types without any are left out. */
  public record Count(LocalDate date, String type, long events) {}

  static Counts of(AskedDates asked, String zone, List<Count> items) {
    Map<String, Long> totals = new TreeMap<>();
    items.forEach(count -> totals.merge(count.type(), count.events(), Math::addExact));
    return new Counts(asked.from(), asked.to(), zone, items, totals);
  }
}
