package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Quotient;
import io.adfleet.defaults.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of a listing: {@code -spend,name}; a minus turns it round, nulls come last. */
record Sorting(String text, Comparator<Described> order) {

  private static final String DEFAULT = "-spend";

  private static final Map<String, Function<Described, @Nullable String>> TEXTS =
      Map.of(
          "name", Described::name,
          "status", Described::status,
          "kind", Described::kind,
          "external_id", Described::externalId,
          "platform", described -> described.account().platform(),
          "currency", described -> described.account().currency());

  static Sorting of(@Nullable String asked) {
    String text = asked == null || asked.isBlank() ? DEFAULT : asked;
    Comparator<Described> order = null;
    for (String part : List.of(text.split(",", -1))) {
      boolean descending = part.startsWith("-");
      Comparator<Described> next = by(descending ? part.substring(1) : part, descending);
      order = order == null ? next : order.thenComparing(next);
    }
    if (order == null) {
      throw unknown(text);
    }
    return new Sorting(text, order.thenComparing(Described::entityId));
  }

  private static Comparator<Described> by(String key, boolean descending) {
    Optional<Metric> metric = Metric.ofKey(key);
    if (metric.isPresent()) {
      return nullsLast(
          described -> described.value(metric.get()), Quotient::compareValue, descending);
    }
    Function<Described, @Nullable String> value = TEXTS.get(key);
    if (value == null) {
      throw unknown(key);
    }
    return nullsLast(value, String.CASE_INSENSITIVE_ORDER, descending);
  }

  private static <V> Comparator<Described> nullsLast(
      Function<Described, @Nullable V> value, Comparator<V> order, boolean descending) {
    Comparator<V> directed = descending ? order.reversed() : order;
    return (one, other) -> {
      V left = value.apply(one);
      V right = value.apply(other);
      if (left == null || right == null) {
        return left == right ? 0 : left == null ? 1 : -1;
      }
      return directed.compare(left, right);
    };
  }

  private static ProblemException unknown(String key) {
    String shortened = key.length() <= 40 ? key : key.substring(0, 40) + "…";
    String keys =
        java.util.stream.Stream.concat(
                TEXTS.keySet().stream(), Metric.all().stream().map(Metric::key))
            .sorted()
            .collect(Collectors.joining(", "));
    return ProblemException.invalid(
        "sort",
        "There is no order by \"" + shortened.toLowerCase(Locale.ROOT) + "\".",
        "Use one or more of " + keys + ", each with a minus before it for descending order.");
  }
}
