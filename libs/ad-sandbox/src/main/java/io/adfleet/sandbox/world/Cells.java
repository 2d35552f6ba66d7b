package io.adfleet.sandbox.world;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row's cells by column, however the row was written down. */
public abstract class Cells {

  private static final Pattern RELATIVE = Pattern.compile("D([+-]\\d{1,5})?");

  /** The cell, or null where it is empty. */
  protected abstract @Nullable String cell(String column);

  /** The refusal of a cell for that reason. */
  protected abstract RuntimeException refuse(String column, String reason);

  final String required(String column) {
    String value = cell(column);
    if (value == null) {
      throw refuse(column, "must not be empty");
    }
    return value;
  }

  final @Nullable Long money(String column) {
    Long micros = millionths(column);
    if (micros != null && micros < 0) {
      throw refuse(column, quoted(column) + " is negative");
    }
    return micros;
  }

  final @Nullable LocalDate date(String column, LocalDate today) {
    String value = cell(column);
    if (value == null) {
      return null;
    }
    Matcher relative = RELATIVE.matcher(value);
    if (relative.matches()) {
      return relative.group(1) == null
          ? today
          : today.plusDays(Integer.parseInt(relative.group(1)));
    }
    try {
      if (value.length() == 10) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeException e) {
      throw refuse(column, "\"" + value + "\" is not a date that exists");
    }
    throw refuse(column, "\"" + value + "\" is not a date like 2026-03-29, D, D-1 or D+1");
  }

  final @Nullable Integer hour(String column) {
    String value = cell(column);
    if (value == null) {
      return null;
    }
    if (!value.matches("\\d{1,2}") || Integer.parseInt(value) >= LocalDay.HOURS) {
      throw refuse(column, "\"" + value + "\" is not an hour from 0 to 23");
    }
    return Integer.valueOf(value);
  }

  final long minutes(String column) {
    String value = required(column);
    if (!value.matches("\\d{1,7}")) {
      throw refuse(column, "\"" + value + "\" is not a whole number of minutes");
    }
    return Long.parseLong(value);
  }

  /** The figures of a row; Meta's purchases stand for its conversions where only they are given. */
  final Figures figures(Platform platform) {
    Figures figures = Figures.NONE;
    for (Measure measure : Measure.values()) {
      Long value = measure.inDays() ? figure(measure) : null;
      if (value != null) {
        figures = figures.with(measure, value);
      }
    }
    return platform == Platform.META
        ? figures.orElse(Measure.CONVERSIONS, Measure.PURCHASES)
        : figures;
  }

  private @Nullable Long figure(Measure measure) {
    return switch (measure.nature()) {
      case COUNT -> count(measure.column());
      case CONVERSION -> millionths(measure.column());
      case MONEY ->
          measure == Measure.SPEND ? money(measure.column()) : millionths(measure.column());
    };
  }

  private @Nullable Long count(String column) {
    String value = cell(column);
    if (value == null) {
      return null;
    }
    if (!value.matches("\\d{1,15}")) {
      throw refuse(column, "\"" + value + "\" is not a whole number");
    }
    return Long.valueOf(value);
  }

  final @Nullable Long millionths(String column) {
    String value = cell(column);
    if (value == null) {
      return null;
    }
    try {
      return Decimals.millionths(value);
    } catch (NumberFormatException e) {
      throw refuse(column, "\"" + value + "\" " + e.getMessage());
    }
  }

  final String quoted(String column) {
    return "\"" + cell(column) + "\"";
  }
}
