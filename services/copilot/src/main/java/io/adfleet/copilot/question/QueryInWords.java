package io.adfleet.copilot.question;

import io.adfleet.contracts.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says a query in words, so that a person can check it. */
public final class QueryInWords {

  private static final Set<String> INITIALS = Set.of("roas", "ctr", "cpc", "cpm", "cpa");

  private QueryInWords() {}

  /** The whole query in one line. */
  public static String of(Query query) {
    StringBuilder words = new StringBuilder(capital(joined(query.metrics())));
    String breakdown = query.breakdown();
    if (breakdown != null) {
      words.append(" by ").append(breakdown);
    }
    words.append(", ").append(dates(query.range()));
    if (query.filters() != null && query.platforms().size() == 1) {
      words.append(", ").append(platform(query.platforms().getFirst())).append(" only");
    }
    if (query.top() != null || query.order() != null) {
      words.append(", ").append(rows(query.top(), query.order(), query.metrics().getFirst()));
    }
    return words.toString();
  }

  /** A metric as people write it. */
  public static String metric(String key) {
    return INITIALS.contains(key) ? key.toUpperCase(Locale.ROOT) : key.replace('_', ' ');
  }

  /** A platform as people write it. */
  public static String platform(String key) {
    return switch (key) {
      case "google" -> "Google Ads";
      case "meta" -> "Meta";
      default -> key;
    };
  }

  /** The first letter large. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String dates(Query.Range range) {
    String timeframe = range.timeframe();
    if (timeframe != null) {
      return timeframe.replace('_', ' ');
    }
    return range.start() + " to " + range.end();
  }

  private static String rows(@Nullable Integer top, @Nullable String order, String firstMetric) {
    boolean high = order == null || order.startsWith("-");
    String by = order == null ? firstMetric : order.substring(high ? 1 : 0);
    String end = high ? "highest" : "lowest";
    return top == null
        ? "the " + end + " " + metric(by) + " first"
        : "the " + top + " with the " + end + " " + metric(by);
  }

  private static String joined(List<String> metrics) {
    List<String> named = metrics.stream().map(QueryInWords::metric).toList();
    int last = named.size() - 1;
    return last == 0
        ? named.getFirst()
        : String.join(", ", named.subList(0, last)) + " and " + named.get(last);
  }
}
