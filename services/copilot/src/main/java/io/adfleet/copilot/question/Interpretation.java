package io.adfleet.copilot.question;

import io.adfleet.contracts.Json;
import io.adfleet.contracts.Query;
import io.adfleet.contracts.QueryReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a query together from what the words of a question say. */
final class Interpretation {

  private static final Query.Range USUAL = new Query.Range("last_7_days", null, null);
  private static final List<String> USUAL_METRICS =
      List.of("spend", "revenue", "roas", "conversions");

  /** Of these a low value is the better one. */
  private static final Set<String> COSTS = Set.of("cpc", "cpm", "cpa");

  private static final int USUAL_TOP = 10;

  private final List<Meaning> meanings;
  private final List<String> notes;

  Interpretation(List<Meaning> meanings, List<String> notes) {
    this.meanings =
        meanings.stream().filter(meaning -> !(meaning instanceof Meaning.Filler)).toList();
    this.notes = new ArrayList<>(notes);
  }

  Understood understood() {
    List<Meaning.Beyond> beyond = all(Meaning.Beyond.class);
    if (!beyond.isEmpty()) {
      return new Understood.NotUnderstood(beyond.getFirst().sentence(), true, Understood.Cost.NONE);
    }
    String refusal = refusal();
    if (refusal != null) {
      return not(refusal);
    }
    String breakdown = breakdown();
    Meaning.Rank rank = rank();
    if (metrics().isEmpty() && all(Meaning.Performance.class).isEmpty() && breakdown == null) {
      return not("I found no metric in the question.");
    }
    List<String> metrics = new ArrayList<>(metrics());
    String orderMetric = orderMetrics().stream().findFirst().orElse(null);
    if (metrics.isEmpty()) {
      metrics.addAll(USUAL_METRICS);
      orderMetric = rank != null && isJudging(rank) ? "roas" : "spend";
    }
    Query query =
        new Query(
            List.copyOf(metrics),
            range(),
            breakdown,
            breakdown == null ? null : top(rank),
            breakdown == null ? null : order(rank, orderMetric, metrics.getFirst()),
            filters());
    return checked(query);
  }

  /** What was put together is read as everyone's queries are. */
  private Understood checked(Query query) {
    return switch (QueryReader.read(Json.mapper().valueToTree(query))) {
      case QueryReader.Valid valid ->
          new Understood.Asked(valid.query(), List.copyOf(notes), Understood.Cost.NONE);
      case QueryReader.Invalid invalid -> {
        QueryReader.Fault first = invalid.faults().getFirst();
        yield not(first.reason() + " " + first.remedy());
      }
    };
  }

  private @Nullable String refusal() {
    List<Meaning.Unknown> unknown = all(Meaning.Unknown.class);
    if (!unknown.isEmpty()) {
      return "I don't know what "
          + String.join(", ", unknown.stream().map(one -> "\"" + one.word() + "\"").toList())
          + (unknown.size() == 1 ? " means" : " mean")
          + " here.";
    }
    if (all(Meaning.When.class).stream().distinct().count() > 1) {
      return "I can look at one period at a time.";
    }
    if (all(Meaning.Breakdown.class).stream().map(Meaning.Breakdown::key).distinct().count() > 1) {
      return "I can break down by platform or by campaign, not by both.";
    }
    if (!all(Meaning.Compare.class).isEmpty() && platforms().size() < 2) {
      return "I can compare platforms and campaigns in one period, not two periods.";
    }
    if (isOverAnythingButDates()) {
      return Vocabulary.CONDITION;
    }
    String order = order();
    return order == null ? numbersOrAds() : order;
  }

  private boolean isOverAnythingButDates() {
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i) instanceof Meaning.Over && !(at(i + 1) instanceof Meaning.When)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String order() {
    if (all(Meaning.Rank.class).stream().distinct().count() > 1) {
      return "I can rank one way at a time: the top, the best, the worst or the lowest.";
    }
    if (orderMetrics().size() > 1) {
      return "I can rank by one metric at a time.";
    }
    boolean nothingToOrder = all(Meaning.Breakdown.class).isEmpty() && platforms().size() < 2;
    if (nothingToOrder && rank() == null && !orderMetrics().isEmpty()) {
      return "I can't tell what \""
          + QueryInWords.metric(orderMetrics().iterator().next())
          + "\" is to order; say \"top 5 campaigns by spend\".";
    }
    return null;
  }

  private @Nullable String numbersOrAds() {
    List<Meaning.Number> numbers = all(Meaning.Number.class);
    if (numbers.size() > 1
        || (!numbers.isEmpty() && !isCount(meanings.indexOf(numbers.getFirst())))) {
      return "I don't know what the number "
          + numbers.getLast().text()
          + " is for; say \"top "
          + numbers.getLast().text()
          + " campaigns\" or \"last 7 days\".";
    }
    for (int i = 0; i < meanings.size(); i++) {
      boolean told =
          rank() != null
              || !orderMetrics().isEmpty()
              || at(i - 1) instanceof Meaning.By
              || at(i - 1) instanceof Meaning.Number;
      if (told && meanings.get(i) instanceof Meaning.Ads) {
        return "I can tell platforms and campaigns apart, not ads.";
      }
    }
    return null;
  }

  /** A number says how many rows where it stands beside a rank or before what is told apart. */
  private boolean isCount(int number) {
    return meanings.get(number) instanceof Meaning.Number given
        && Dates.number(given.text()) != null
        && (at(number - 1) instanceof Meaning.Rank
            || at(number + 1) instanceof Meaning.Rank
            || (at(number + 1) instanceof Meaning.Breakdown rows
                && (rows.plural() || rank() != null)));
  }

  private @Nullable Meaning at(int place) {
    return place < 0 || place >= meanings.size() ? null : meanings.get(place);
  }

  private Set<String> metrics() {
    Set<String> metrics = new LinkedHashSet<>();
    all(Meaning.Metric.class).forEach(metric -> metrics.add(metric.key()));
    return metrics;
  }

  private Set<String> platforms() {
    Set<String> platforms = new LinkedHashSet<>();
    all(Meaning.Platform.class).forEach(platform -> platforms.add(platform.key()));
    return platforms;
  }

  private @Nullable String breakdown() {
    List<Meaning.Breakdown> named = all(Meaning.Breakdown.class);
    if (!named.isEmpty()) {
      return named.getFirst().key();
    }
    if (platforms().size() > 1) {
      return Query.BY_PLATFORM;
    }
    boolean ordered = rank() != null;
    if (ordered) {
      notes.add("It wasn't said of what, so I rank campaigns.");
    }
    return ordered ? Query.BY_CAMPAIGN : null;
  }

  private Query.Range range() {
    List<Meaning.When> when = all(Meaning.When.class);
    if (when.isEmpty()) {
      notes.add("No dates were named, so I look at the last 7 days.");
      return USUAL;
    }
    String note = when.getFirst().note();
    if (note != null) {
      notes.add(note);
    }
    return when.getFirst().range();
  }

  private Query.@Nullable Filters filters() {
    return platforms().size() == 1 ? new Query.Filters(List.copyOf(platforms())) : null;
  }

  private @Nullable Integer top(Meaning.@Nullable Rank rank) {
    List<Meaning.Number> numbers = all(Meaning.Number.class);
    if (!numbers.isEmpty()) {
      return Dates.number(numbers.getFirst().text());
    }
    if (rank == null) {
      return null;
    }
    List<Meaning.Breakdown> named = all(Meaning.Breakdown.class);
    return named.isEmpty() || named.getFirst().plural() ? USUAL_TOP : 1;
  }

  private static String order(
      Meaning.@Nullable Rank rank, @Nullable String metric, String firstMetric) {
    String by = metric == null ? firstMetric : metric;
    boolean low =
        rank != null
            && switch (rank.kind()) {
              case HIGHEST -> false;
              case LOWEST -> true;
              case BEST -> COSTS.contains(by);
              case WORST -> !COSTS.contains(by);
            };
    return low ? by : "-" + by;
  }

  /** The metrics that follow "by" or a rank. */
  private Set<String> orderMetrics() {
    Set<String> order = new LinkedHashSet<>();
    for (int i = 0; i < meanings.size(); i++) {
      boolean orders = at(i - 1) instanceof Meaning.By || at(i - 1) instanceof Meaning.Rank;
      if (orders && meanings.get(i) instanceof Meaning.Metric(String key)) {
        order.add(key);
      }
    }
    return order;
  }

  private Meaning.@Nullable Rank rank() {
    List<Meaning.Rank> ranks = all(Meaning.Rank.class);
    return ranks.isEmpty() ? null : ranks.getFirst();
  }

  private static boolean isJudging(Meaning.Rank rank) {
    return rank.kind() == Meaning.Rank.Kind.BEST || rank.kind() == Meaning.Rank.Kind.WORST;
  }

  private <M extends Meaning> List<M> all(Class<M> kind) {
    return meanings.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Understood not(String reason) {
    return new Understood.NotUnderstood(reason, false, Understood.Cost.NONE);
  }
}
