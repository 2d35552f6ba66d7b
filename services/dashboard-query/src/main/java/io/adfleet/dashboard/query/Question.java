package io.adfleet.dashboard.query;

import io.adfleet.contracts.Query;
import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, in this service's own words.
 *
 * @param top rows at most
 */
record Question(
    List<Metric> metrics,
    AskedDates dates,
    Breakdown breakdown,
    int top,
    Order order,
    List<String> platforms) {

  /** What gets a row of its own. */
  enum Breakdown {
    NONE,
    PLATFORM,
    CAMPAIGN
  }

  /** Which rows come first. */
  record Order(Metric metric, boolean highestFirst) {}

  static Question of(Query query) {
    List<Metric> metrics = query.metrics().stream().map(Question::metric).toList();
    Query.Range range = query.range();
    String order = query.order();
    Integer top = query.top();
    return new Question(
        metrics,
        new AskedDates(range.timeframe(), range.start(), range.end()),
        breakdown(query.breakdown()),
        top == null ? Query.MOST_ROWS : top,
        order == null
            ? new Order(metrics.getFirst(), true)
            : new Order(metric(order.replaceFirst("^-", "")), order.startsWith("-")),
        query.platforms());
  }

  /** The dates it is about; what is wrong with them is named as the question names it. */
  AskedDates.Resolved on(LocalDate today) {
    try {
      return dates.on(today);
    } catch (ProblemException e) {
      throw new ProblemException(e.type(), "range." + e.getMessage())
          .with(
              e.errors().stream()
                  .map(error ->
                      new FieldError("range." + error.field(), error.reason(), error.remedy()))
                  .toArray(FieldError[]::new));
    }
  }

  /** Those of the accounts it is about. */
  Accounts of(Accounts known) {
    List<Account> found =
        known.all().stream().filter(one -> platforms.contains(one.platform())).toList();
    return new Accounts(known.workspace(), found);
  }

  private static Metric metric(String key) {
    return Metric.ofKey(key).orElseThrow(() -> new IllegalArgumentException("no metric: " + key));
  }

  private static Breakdown breakdown(@Nullable String key) {
    return key == null ? Breakdown.NONE : Breakdown.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
