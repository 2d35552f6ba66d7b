package io.adfleet.local.verify;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rule of verify: each campaign-day that the truth or an answer knows, times five measures,
 * counted once though compared twice. What is unknown differs from everything.
 *
 * @param rereadFrom per account the first date that a sync reads again
 * @param lastAsked the last date the API answers for
 */
record Comparison(
    Map<CampaignDay, Figures> truth,
    Map<CampaignDay, Optional<Figures>> answers,
    DailyTopic.Content topic,
    Map<String, LocalDate> rereadFrom,
    LocalDate lastAsked) {

  private static final String UNKNOWN = "not covered";

  /** The outcome. */
  record Result(int compared, List<Difference> differences) {}

  Result result() {
    SortedSet<CampaignDay> days = new TreeSet<>(truth.keySet());
    days.addAll(answers.keySet());
    days.addAll(topic.figures().keySet());
    List<Difference> differences = new ArrayList<>();
    for (CampaignDay day : days) {
      compare(day, differences);
    }
    return new Result(days.size() * Measure.values().length, differences);
  }

  /** What the platforms say of some accounts and dates, summed by the accounts' currencies. */
  Map<String, Figures> truthByCurrency(
      LocalDate start, LocalDate end, Map<String, String> currencies, Predicate<String> account) {
    Map<String, Figures> sums = new TreeMap<>();
    truth.forEach((day, figures) -> {
      if (account.test(day.account()) && !day.date().isBefore(start) && !day.date().isAfter(end)) {
        sums.merge(currencies.getOrDefault(day.account(), "unknown"), figures, Figures::plus);
      }
    });
    return sums;
  }

  private void compare(CampaignDay day, List<Difference> differences) {
    Figures wanted = truth.getOrDefault(day, Figures.ZERO);
    Optional<Figures> told = topic.figures(day);
    boolean asked = !day.date().isAfter(lastAsked);
    Optional<Figures> answered = asked ? answer(day) : told;
    for (Measure measure : Measure.values()) {
      if (!agrees(measure, wanted, answered) || !agrees(measure, wanted, told)) {
        differences.add(
            new Difference(
                day,
                measure,
                measure.text(wanted),
                asked ? text(measure, answered) : "not asked",
                text(measure, told),
                note(day, answered, told)));
      }
    }
  }

  /** A campaign that the API doesn't list has no figures on a covered day. */
  private Optional<Figures> answer(CampaignDay day) {
    Optional<Figures> listed = answers.get(day);
    return listed != null
        ? listed
        : topic.closed(day.account(), day.date()).map(closed -> Figures.ZERO);
  }

  private static boolean agrees(Measure measure, Figures wanted, Optional<Figures> said) {
    return said.isPresent() && measure.of(said.get()) == measure.of(wanted);
  }

  private static String text(Measure measure, Optional<Figures> figures) {
    return figures.map(measure::text).orElse(UNKNOWN);
  }

  /** A slice that agreed with the platform when it was read, and is too old to be read again. */
  private String note(CampaignDay day, Optional<Figures> answered, Optional<Figures> told) {
    Optional<Coverage.Closed> closed = topic.closed(day.account(), day.date());
    LocalDate first = rereadFrom.getOrDefault(day.account(), LocalDate.MIN);
    if (closed.isEmpty() || !day.date().isBefore(first) || !answered.equals(told)) {
      return "";
    }
    return closed.get().sums().equals(closed.get().platformTotal())
        ? "restated beyond the re-read: last read " + closed.get().observedAt()
        : "";
  }
}
