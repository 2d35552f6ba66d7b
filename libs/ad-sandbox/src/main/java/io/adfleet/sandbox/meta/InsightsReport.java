package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Action;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.MetaActions;
import io.adfleet.sandbox.world.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers a question about insights from one moment of the world. */
final class InsightsReport {

  private static final int HOURS = 24;

  private final Moment moment;
  private final MetaActions actions;
  private final GraphNode node;
  private final InsightsQuery query;
  private final Filter filter;
  private final boolean withActions;

  private InsightsReport(Moment moment, GraphNode node, InsightsQuery query, Filter filter) {
    this.moment = moment;
    this.actions = new MetaActions(moment);
    this.node = node;
    this.query = query;
    this.filter = filter;
    this.withActions =
        query.fields().contains("actions") || query.fields().contains("action_values");
  }

  /** Every row there is. */
  static List<InsightLine> run(Moment moment, GraphNode node, InsightsQuery query, Filter filter) {
    return new InsightsReport(moment, node, query, filter).lines();
  }

  private List<InsightLine> lines() {
    List<InsightLine> lines = new ArrayList<>();
    Kind kind = query.level().kind();
    if (kind == null) {
      Account account = Objects.requireNonNull(node.account());
      Filter all = filter.withGone();
      addLines(lines, null, moment.entities(account, Kind.CAMPAIGN).filter(all::test).toList());
    } else {
      subjects(kind).forEach(entity -> addLines(lines, entity, List.of(entity)));
    }
    return lines;
  }

  /** Everything of a kind beneath the node that is asked, or the node itself. */
  private Stream<Entity> subjects(Kind kind) {
    if (node instanceof GraphNode.AdObject object) {
      if (object.entity().kind() == kind) {
        return Stream.of(object.entity());
      }
      return moment
          .entities(object.account(), kind)
          .filter(entity -> isBeneath(entity, object.id()))
          .filter(filter::test);
    }
    return moment.entities(Objects.requireNonNull(node.account()), kind).filter(filter::test);
  }

  private boolean isBeneath(Entity entity, String id) {
    for (Entity at = entity; at != null; at = Status.parent(moment, at)) {
      if (at.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private void addLines(List<InsightLine> lines, @Nullable Entity subject, List<Entity> summands) {
    for (InsightsQuery.Span span : query.spans()) {
      if (query.hourly()) {
        addHours(lines, subject, summands, span);
      } else {
        addSpan(lines, subject, summands, span);
      }
    }
  }

  private void addSpan(
      List<InsightLine> lines,
      @Nullable Entity subject,
      List<Entity> summands,
      InsightsQuery.Span span) {
    Figures sum = Figures.NONE;
    Map<String, Action> done = new TreeMap<>();
    boolean several = isSeveral(summands, span);
    for (Entity entity : summands) {
      for (LocalDate date : moment.dates(entity, span.since(), span.until())) {
        sum = sum.plus(moment.day(entity, date));
        if (withActions) {
          MetaActions.add(done, summand(actions.day(entity, date), several));
        }
      }
    }
    if (isSomething(sum)) {
      lines.add(new InsightLine(subject, span, null, sum, done));
    }
  }

  /** Hours without an impression are left out, whatever else is said of them. */
  private void addHours(
      List<InsightLine> lines,
      @Nullable Entity subject,
      List<Entity> summands,
      InsightsQuery.Span span) {
    List<Figures> sums = new ArrayList<>();
    List<Map<String, Action>> done = new ArrayList<>();
    boolean several = isSeveral(summands, span);
    for (int hour = 0; hour < HOURS; hour++) {
      sums.add(Figures.NONE);
      done.add(new TreeMap<>());
    }
    for (Entity entity : summands) {
      for (LocalDate date : moment.dates(entity, span.since(), span.until())) {
        Figures[] figures = moment.hours(entity, date);
        List<Map<String, Action>> more = withActions ? actions.hours(entity, date) : List.of();
        for (int hour = 0; hour < HOURS; hour++) {
          sums.set(hour, sums.get(hour).plus(figures[hour]));
          if (withActions) {
            MetaActions.add(done.get(hour), summand(more.get(hour), several));
          }
        }
      }
    }
    for (int hour = 0; hour < HOURS; hour++) {
      if (sums.get(hour).get(Measure.IMPRESSIONS) > 0) {
        lines.add(new InsightLine(subject, span, hour, sums.get(hour), done.get(hour)));
      }
    }
  }

  private static boolean isSeveral(List<Entity> summands, InsightsQuery.Span span) {
    return summands.size() > 1 || !span.since().equals(span.until());
  }

  /** Raw actions are said as they are; added to others they need every wider type. */
  private static Map<String, Action> summand(Map<String, Action> actions, boolean several) {
    return several ? MetaActions.widened(actions) : actions;
  }

  /** What delivered nothing and brought nothing isn't said. */
  private static boolean isSomething(Figures figures) {
    return figures.reported().values().stream().anyMatch(value -> value != 0);
  }
}
