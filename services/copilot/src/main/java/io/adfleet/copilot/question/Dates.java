package io.adfleet.copilot.question;

import io.adfleet.contracts.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the dates in a question. */
final class Dates {

  private static final Set<String> LAST = Set.of("last", "past", "previous", "prior", "trailing");
  private static final Set<String> THIS = Set.of("this", "current");
  private static final Set<String> DAY = Set.of("day", "days", "d");
  private static final Set<String> WEEK = Set.of("week", "weeks", "wk");
  private static final Set<String> MONTH = Set.of("month", "months", "mo");
  private static final Set<String> UNTIL = Set.of("to", "until", "till", "through", "and");
  private static final Set<String> LONG =
      Set.of("quarter", "quarters", "year", "years", "fortnight");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("fourteen", 14),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("ninety", 90));

  /** Dates, and how many words say them. */
  record Found(Meaning meaning, int length) {}

  private final List<String> words;

  Dates(List<String> words) {
    this.words = words;
  }

  static Set<String> numberWords() {
    return NUMBERS.keySet();
  }

  /** A whole number, in digits or as a word. */
  static @Nullable Integer number(String word) {
    return Words.isWhole(word) ? Integer.valueOf(word) : NUMBERS.get(word);
  }

  /** The dates that begin at a word, or null. */
  @Nullable Found at(int from) {
    String word = words.get(from);
    switch (word) {
      case "today", "now", "currently" -> {
        return found("today", 1);
      }
      case "yesterday" -> {
        return found("yesterday", 1);
      }
      case "mtd" -> {
        return found("this_month", 1);
      }
      case "between" -> {
        if (Words.isDate(word(from + 1))) {
          Found dates = between(from + 1);
          return new Found(dates.meaning(), dates.length() + 1);
        }
      }
      default -> {
        if (Words.isDate(word)) {
          return between(from);
        }
      }
    }
    if (THIS.contains(word)) {
      return MONTH.contains(word(from + 1))
          ? found("this_month", 2)
          : WEEK.contains(word(from + 1)) ? week(from) : unusual(from, 1);
    }
    if (LAST.contains(word)) {
      return last(from);
    }
    Integer number = number(word);
    return number == null ? null : spanned(number, from + 1, 2);
  }

  private @Nullable Found last(int from) {
    String next = word(from + 1);
    if (MONTH.contains(next)) {
      return found("last_month", 2);
    }
    if (WEEK.contains(next)) {
      return week(from);
    }
    Integer number = number(next);
    Found spanned = number == null ? null : spanned(number, from + 2, 3);
    return spanned == null ? unusual(from, 1) : spanned;
  }

  /** Weeks begin on different days; whoever names one is told which days are meant. */
  private Found week(int from) {
    String said = words.get(from) + " " + words.get(from + 1);
    return new Found(
        new Meaning.When(
            new Query.Range("last_7_days", null, null),
            "I take \"" + said + "\" as the last 7 days, today included."),
        2);
  }

  /** A number of days, weeks or months. */
  private @Nullable Found spanned(int number, int unitAt, int length) {
    String unit = word(unitAt);
    int days;
    if (DAY.contains(unit)) {
      days = number;
    } else if (WEEK.contains(unit)) {
      days = number * 7;
    } else if (MONTH.contains(unit)) {
      days = number * 30;
    } else {
      return LONG.contains(unit) ? beyond(number + " " + unit, length) : null;
    }
    return switch (days) {
      case 1 -> found("today", length);
      case 7, 14, 30, 90 -> found("last_" + days + "_days", length);
      default -> beyond("the last " + number + " " + unit, length);
    };
  }

  private @Nullable Found unusual(int from, int before) {
    String next = word(from + before);
    return LONG.contains(next) ? beyond(words.get(from) + " " + next, before + 1) : null;
  }

  private Found between(int from) {
    String start = words.get(from);
    boolean range = UNTIL.contains(word(from + 1)) && Words.isDate(word(from + 2));
    boolean bare = Words.isDate(word(from + 1));
    String end = range ? words.get(from + 2) : bare ? words.get(from + 1) : start;
    return new Found(
        new Meaning.When(new Query.Range(null, start, end), null), range ? 3 : bare ? 2 : 1);
  }

  private String word(int at) {
    return at < words.size() ? words.get(at) : "";
  }

  private static Found found(String timeframe, int length) {
    return new Found(new Meaning.When(new Query.Range(timeframe, null, null), null), length);
  }

  private static Found beyond(String what, int length) {
    return new Found(
        new Meaning.Beyond(
            "I can't look at "
                + what
                + ". I know today, yesterday, the last 7, 14, 30 or 90 days, this month, last month"
                + " and dates like 2026-11-01 to 2026-11-22."),
        length);
  }
}
