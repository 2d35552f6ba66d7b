package io.adfleet.dashboard.query;

import io.adfleet.dashboard.ledger.Counted;
import io.adfleet.dashboard.metric.Figure;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Quotient;
import io.adfleet.dashboard.metric.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of an answer, put in order; those without the value they are ordered by come last. */
final class Rows {

  /** What one row is about. */
  record Subject(
      String key, @Nullable String name, String platform, @Nullable Sums sums, String whyUnknown) {}

  private final Question question;
  private final List<Subject> subjects;
  private final boolean mixed;

  Rows(Question question, List<Subject> subjects, boolean mixed) {
    this.question = question;
    this.subjects = new ArrayList<>(subjects);
    this.mixed = mixed;
    this.subjects.sort(order());
  }

  int count() {
    return subjects.size();
  }

  List<Answer.Line> first() {
    return subjects.stream()
        .limit(question.top())
        .map(subject ->
            new Answer.Line(
                subject.key(),
                subject.name(),
                subject.platform(),
                cells(question, subject.sums(), subject.whyUnknown(), mixed)))
        .toList();
  }

  static Map<String, Answer.Cell> cells(
      Question question, @Nullable Sums sums, String whyUnknown, boolean mixed) {
    Map<String, Answer.Cell> cells = new LinkedHashMap<>();
    for (Metric metric : question.metrics()) {
      cells.put(
          metric.key(), Answer.Cell.of(metric, Counted.figure(metric, sums, whyUnknown, mixed)));
    }
    return cells;
  }

  private Comparator<Subject> order() {
    Comparator<Quotient> byValue = Quotient::compareValue;
    if (question.order().highestFirst()) {
      byValue = byValue.reversed();
    }
    return Comparator.<Subject, @Nullable Quotient>comparing(
            this::orderedBy, Comparator.nullsLast(byValue))
        .thenComparing(Subject::key);
  }

  private @Nullable Quotient orderedBy(Subject subject) {
    Figure figure =
        Counted.figure(question.order().metric(), subject.sums(), subject.whyUnknown(), mixed);
    return figure.value();
  }
}
