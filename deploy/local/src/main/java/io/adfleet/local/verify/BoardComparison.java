package io.adfleet.local.verify;

import io.adfleet.contracts.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard's sums of a range against the sums of what the platforms say of it, per currency.
 *
 * @param title which dashboard, for the line of a difference
 * @param truth of the same accounts and dates, by currency
 */
record BoardComparison(String title, Board board, Map<String, Figures> truth) {

  /** The outcome. */
  record Result(int compared, List<String> differences) {}

  Result result() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Board.Part part : board.parts()) {
      Figures wanted = wanted(part.currency());
      for (Measure measure : part.asked()) {
        compare(part.currency(), measure, wanted, part.figures().get(measure), differences);
      }
      compared += part.asked().size();
    }
    for (Map.Entry<String, Figures> unsaid : unsaid().entrySet()) {
      for (Measure measure : Measure.values()) {
        compare(unsaid.getKey(), measure, unsaid.getValue(), null, differences);
      }
      compared += Measure.values().length;
    }
    return new Result(compared, differences);
  }

  private Figures wanted(String currency) {
    return currency.equals(Board.ALL)
        ? truth.values().stream().map(BoardComparison::counts).reduce(Figures.ZERO, Figures::plus)
        : truth.getOrDefault(currency, Figures.ZERO);
  }

  /** Amounts of several currencies are never added. */
  private static Figures counts(Figures figures) {
    return new Figures(0, figures.impressions(), figures.clicks(), figures.conversions(), 0);
  }

  private Map<String, Figures> unsaid() {
    Set<String> said = board.parts().stream().map(Board.Part::currency).collect(Collectors.toSet());
    Map<String, Figures> unsaid = new TreeMap<>(truth);
    unsaid.keySet().removeAll(said);
    return unsaid;
  }

  private void compare(
      String currency,
      Measure measure,
      Figures wanted,
      @Nullable Long said,
      List<String> differences) {
    if (said == null || said != measure.of(wanted)) {
      differences.add(
          "%s, %s  %s: platform %s, API %s"
              .formatted(
                  title,
                  currency,
                  measure.word(),
                  measure.text(wanted),
                  said == null ? "not said" : measure.text(said)));
    }
  }
}
