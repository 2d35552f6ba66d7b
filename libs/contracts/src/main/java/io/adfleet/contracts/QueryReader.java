package io.adfleet.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Query} from JSON, whoever wrote it: a person's script, a saved view or a language
 * model. Everything that is wrong is named at once (of a great deal the first twenty), each with
 * its field, the reason and a remedy. A field that isn't known is a fault, for a misspelt filter
 * must not widen an answer.
 */
public final class QueryReader {

  private static final String AS_DATE = "Give a date as 2026-11-22.";
  private static final int SHOWN = 40;
  private static final int MOST_FAULTS = 20;

  /** What came of reading. */
  public sealed interface Outcome permits Valid, Invalid {}

  /** A question that can be answered. */
  public record Valid(Query query) implements Outcome {}

  /** What is wrong, at least one fault. */
  public record Invalid(List<Fault> faults) implements Outcome {}

  /** One thing that is wrong, and what to do about it. */
  public record Fault(String field, String reason, String remedy) {}

  private final List<Fault> faults = new ArrayList<>();

  private QueryReader() {}

  /** Reads it, or says all that is wrong. */
  public static Outcome read(@Nullable JsonNode body) {
    QueryReader reader = new QueryReader();
    Query query = reader.query(body);
    return query != null && reader.faults.isEmpty()
        ? new Valid(query)
        : new Invalid(List.copyOf(reader.faults));
  }

  private @Nullable Query query(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      fault("body", "It is not a JSON object.", "Send {\"metrics\": [\"spend\"], \"range\": …}.");
      return null;
    }
    onlyKnown(body, "", List.of("metrics", "range", "breakdown", "top", "order", "filters"));
    List<String> metrics = metrics(body.path("metrics"));
    Query.Range range = range(body.path("range"));
    String breakdown = breakdown(body.path("breakdown"));
    Integer top = top(body.path("top"), breakdown);
    String order = order(body.path("order"), breakdown);
    Query.Filters filters = filters(body.path("filters"));
    return range == null ? null : new Query(metrics, range, breakdown, top, order, filters);
  }

  private List<String> metrics(JsonNode given) {
    if (!given.isArray() || given.isEmpty()) {
      fault("metrics", "No metric is named.", "Name at least one of " + words(Query.METRICS) + ".");
      return List.of();
    }
    if (given.size() > Query.MOST_METRICS) {
      fault(
          "metrics",
          given.size() + " metrics are more than " + Query.MOST_METRICS + ".",
          "Ask for at most " + Query.MOST_METRICS + " at once.");
      return List.of();
    }
    return each(given, "metrics", "metric", Query.METRICS);
  }

  private Query.@Nullable Range range(JsonNode given) {
    if (!given.isObject()) {
      fault(
          "range",
          "No dates are given.",
          "Give {\"timeframe\": \"last_7_days\"}, or start and end.");
      return null;
    }
    onlyKnown(given, "range.", List.of("timeframe", "start", "end"));
    boolean dates = isGiven(given.path("start")) || isGiven(given.path("end"));
    if (!isGiven(given.path("timeframe"))) {
      return dates ? between(given) : nothing();
    }
    if (dates) {
      fault(
          "range",
          "A timeframe is given together with dates.",
          "Give the timeframe alone, or start and end alone.");
      return null;
    }
    String timeframe =
        known(given.path("timeframe"), "range.timeframe", "timeframe", Query.TIMEFRAMES);
    return timeframe == null ? null : new Query.Range(timeframe, null, null);
  }

  private Query.@Nullable Range nothing() {
    fault(
        "range",
        "Neither a timeframe nor dates are given.",
        "Give one of " + words(Query.TIMEFRAMES) + " as timeframe, or start and end.");
    return null;
  }

  private Query.@Nullable Range between(JsonNode given) {
    LocalDate start = date(given.path("start"), "range.start");
    LocalDate end = date(given.path("end"), "range.end");
    if (start == null || end == null) {
      return null;
    }
    if (end.isBefore(start)) {
      fault(
          "range.end",
          "The end " + end + " is before the start " + start + ".",
          "Give an end on or after the start.");
      return null;
    }
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    if (days > Query.MOST_DATES) {
      fault(
          "range.start",
          "The range has " + days + " dates, more than " + Query.MOST_DATES + ".",
          "Give a start on or after " + end.minusDays(Query.MOST_DATES - 1L) + ".");
      return null;
    }
    return new Query.Range(null, start.toString(), end.toString());
  }

  private @Nullable LocalDate date(JsonNode given, String field) {
    if (!isGiven(given)) {
      fault(field, "The date is missing.", AS_DATE);
      return null;
    }
    try {
      LocalDate date = given.isTextual() ? LocalDate.parse(given.textValue()) : null;
      if (date != null && date.getYear() >= 1970 && date.getYear() <= 9999) {
        return date;
      }
    } catch (DateTimeParseException e) {
      fault(field, shown(given) + " is not a date of the calendar.", AS_DATE);
      return null;
    }
    fault(field, shown(given) + " is not a date that can hold figures.", AS_DATE);
    return null;
  }

  private @Nullable String breakdown(JsonNode given) {
    return isGiven(given) ? known(given, "breakdown", "breakdown", Query.BREAKDOWNS) : null;
  }

  private @Nullable Integer top(JsonNode given, @Nullable String breakdown) {
    if (!isGiven(given)) {
      return null;
    }
    if (!given.isIntegralNumber()
        || !given.canConvertToInt()
        || given.intValue() < 1
        || given.intValue() > Query.MOST_ROWS) {
      fault(
          "top",
          shown(given) + " is not a number of rows from 1 to " + Query.MOST_ROWS + ".",
          "Give a whole number, or leave top away.");
      return null;
    }
    needsBreakdown("top", breakdown);
    return given.intValue();
  }

  private @Nullable String order(JsonNode given, @Nullable String breakdown) {
    if (!isGiven(given)) {
      return null;
    }
    needsBreakdown("order", breakdown);
    String text = given.isTextual() ? given.textValue() : "";
    String metric = text.startsWith("-") ? text.substring(1) : text;
    if (Query.METRICS.contains(metric)) {
      return text;
    }
    fault(
        "order",
        shown(given) + " is not a metric to order by.",
        meant(metric, Query.METRICS) + "Put - before a metric for the highest first: \"-spend\".");
    return null;
  }

  private void needsBreakdown(String field, @Nullable String breakdown) {
    if (breakdown == null) {
      fault(
          field,
          "Without a breakdown there are no rows.",
          "Give a breakdown, one of " + words(Query.BREAKDOWNS) + ", or leave " + field + " away.");
    }
  }

  private Query.@Nullable Filters filters(JsonNode given) {
    if (!isGiven(given)) {
      return null;
    }
    if (!given.isObject()) {
      fault("filters", "It is not an object.", "Give {\"platform\": [\"google\"]}.");
      return null;
    }
    onlyKnown(given, "filters.", List.of("platform"));
    JsonNode platforms = given.path("platform");
    if (!isGiven(platforms)) {
      return null;
    }
    if (!platforms.isArray() || platforms.isEmpty()) {
      fault(
          "filters.platform",
          "It is not a list with a platform.",
          "List at least one of " + words(Query.PLATFORMS) + ", or leave it away.");
      return null;
    }
    return new Query.Filters(each(platforms, "filters.platform", "platform", Query.PLATFORMS));
  }

  private List<String> each(JsonNode given, String field, String noun, List<String> known) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < given.size() && !isEnough(); i++) {
      String at = field + "[" + i + "]";
      String one = known(given.get(i), at, noun, known);
      if (one != null && !found.add(one)) {
        fault(at, "\"" + one + "\" is named twice.", "Name each " + noun + " once.");
      }
    }
    return List.copyOf(found);
  }

  private @Nullable String known(JsonNode given, String field, String noun, List<String> known) {
    String text = given.isTextual() ? given.textValue() : "";
    if (known.contains(text)) {
      return text;
    }
    fault(
        field,
        "There is no " + noun + " " + shown(given) + ".",
        meant(text, known) + "Use one of " + words(known) + ".");
    return null;
  }

  private void onlyKnown(JsonNode object, String prefix, List<String> known) {
    Iterator<String> names = object.fieldNames();
    while (names.hasNext() && !isEnough()) {
      String name = names.next();
      if (!known.contains(name)) {
        fault(
            prefix + shortened(name),
            "There is no such field.",
            meant(name, known) + "The fields here are " + words(known) + ".");
      }
    }
  }

  private static String meant(String text, List<String> known) {
    Optional<String> nearest =
        text.length() > SHOWN ? Optional.empty() : Spelling.nearest(text, known);
    return nearest.map(word -> "Did you mean \"" + word + "\"? ").orElse("");
  }

  private static boolean isGiven(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  private static String words(List<String> all) {
    return String.join(", ", all);
  }

  private static String shown(JsonNode node) {
    return node.isContainerNode() ? "like this" : "\"" + shortened(node.asText()) + "\"";
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private void fault(String field, String reason, String remedy) {
    if (!isEnough()) {
      faults.add(new Fault(field, reason, remedy));
    }
  }

  /** Nobody mends more at once, and looking for what was meant takes its time. */
  private boolean isEnough() {
    return faults.size() == MOST_FAULTS;
  }
}
