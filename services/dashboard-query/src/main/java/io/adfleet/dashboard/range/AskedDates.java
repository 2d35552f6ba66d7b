package io.adfleet.dashboard.range;

import io.adfleet.defaults.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The dates as a caller asked for them: a preset, or start and end. */
public record AskedDates(@Nullable String timeframe, @Nullable String start, @Nullable String end) {

  private static final String DATE_REMEDY = "Give a date as 2026-11-22.";

  /** A preset or a custom range, resolved. */
  public record Resolved(Timeframe timeframe, DateRange range) {}

  /** Resolves them on a day; refuses what makes no sense, naming field, reason and remedy. */
  public Resolved on(LocalDate today) {
    if (timeframe == null || timeframe.isBlank()) {
      return custom(today);
    }
    Timeframe frame =
        Timeframe.ofKey(timeframe)
            .orElseThrow(() ->
                ProblemException.invalid(
                    "timeframe",
                    "There is no timeframe \"" + shortened(timeframe) + "\".",
                    "Use one of " + Timeframe.keys() + "."));
    if (frame == Timeframe.CUSTOM) {
      return custom(today);
    }
    if (start != null || end != null) {
      throw ProblemException.invalid(
          start != null ? "start" : "end",
          "Dates were given together with the timeframe " + frame.key() + ".",
          "Leave start and end away, or use timeframe=custom.");
    }
    return new Resolved(frame, frame.on(today));
  }

  private Resolved custom(LocalDate today) {
    if (start == null && end == null) {
      throw timeframe == null || timeframe.isBlank()
          ? ProblemException.invalid(
              "timeframe",
              "Neither a timeframe nor start and end were given.",
              "Use one of " + Timeframe.keys() + ", or give start and end.")
          : ProblemException.invalid(
              "start", "A custom timeframe needs start and end.", DATE_REMEDY);
    }
    LocalDate from = date("start", start);
    LocalDate to = date("end", end);
    if (to.isBefore(from)) {
      throw ProblemException.invalid(
          "end",
          "The end " + to + " is before the start " + from + ".",
          "Give an end on or after the start.");
    }
    if (to.isAfter(today)) {
      throw ProblemException.invalid(
          "end",
          "The end " + to + " is after today, " + today + " in the workspace's zone.",
          "Give an end up to " + today + ".");
    }
    DateRange range = new DateRange(from, to);
    if (range.days() > DateRange.MOST_DATES) {
      throw ProblemException.invalid(
          "start",
          "The range has " + range.days() + " dates, more than " + DateRange.MOST_DATES + ".",
          "Give a start on or after " + to.minusDays(DateRange.MOST_DATES - 1L) + ".");
    }
    return new Resolved(Timeframe.CUSTOM, range);
  }

  private static LocalDate date(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(field, "The " + field + " is missing.", DATE_REMEDY);
    }
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(
          field, "\"" + shortened(text) + "\" is not a date of the calendar.", DATE_REMEDY);
    }
    if (date.getYear() < 1970 || date.getYear() > 9999) {
      throw ProblemException.invalid(
          field, "The year " + date.getYear() + " holds no figures.", DATE_REMEDY);
    }
    return date;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
