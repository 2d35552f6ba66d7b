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
    String orderMetric = orderMetric();
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
    return numbersOrAds();
  }

  private @Nullable String numbersOrAds() {
    List<Meaning.Number> numbers = all(Meaning.Number.class);
    boolean counted = !numbers.isEmpty() && Dates.number(numbers.getFirst().text()) != null;
    if (numbers.size() > 1 || (!numbers.isEmpty() && (!counted || !wantsRows()))) {
      return "I don't know what the number "
          + numbers.getLast().text()
          + " is for; say \"top "
          + numbers.getLast().text()
          + " campaigns\" or \"last 7 days\".";
    }
    for (int i = 0; i + 1 < meanings.size(); i++) {
      boolean tellsApart =
          meanings.get(i) instanceof Meaning.By
              || meanings.get(i) instanceof Meaning.Rank
              || meanings.get(i) instanceof Meaning.Number;
      if (tellsApart && meanings.get(i + 1) instanceof Meaning.Ads) {
        return "I can tell platforms and campaigns apart, not ads.";
      }
    }
    return null;
  }

  private boolean wantsRows() {
    return rank() != null || all(Meaning.Breakdown.class).stream().anyMatch(b -> b.plural());
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

  /** The metric that follows "by" or stands beside a rank. */
  private @Nullable String orderMetric() {
    for (int i = 0; i < meanings.size(); i++) {
      if (meanings.get(i) instanceof Meaning.Metric metric) {
        Meaning before = i == 0 ? null : meanings.get(i - 1);
        if (before instanceof Meaning.By || before instanceof Meaning.Rank) {
          return metric.key();
        }
      }
    }
    return null;
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
