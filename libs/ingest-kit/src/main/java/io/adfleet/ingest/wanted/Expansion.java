package io.adfleet.ingest.wanted;

import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns ranges of dates into slices. */
final class Expansion {

  private static final int MOST_DAYS = 1_100;

  /** Dates of one report at one level, both ends included. */
  record Range(String report, String level, LocalDate from, LocalDate to) {}

  /**
   * One slice that is asked for.
   *
   * @param rank what a newcomer wants to see first: names, then campaigns, then what is below
   */
  record Asked(String report, String level, LocalDate date, int rank) {}

  private Expansion() {}

  /** Every slice once, newest date first. Refuses what no report can answer. */
  static List<Asked> of(List<Range> ranges) {
    Set<Asked> slices = new LinkedHashSet<>();
    for (Range range : ranges) {
      int rank = rank(range.report(), range.level());
      if (range.to().isBefore(range.from())) {
        throw new IllegalArgumentException(range + " ends before it begins");
      }
      if (ChronoUnit.DAYS.between(range.from(), range.to()) >= MOST_DAYS) {
        throw new IllegalArgumentException(range + " is longer than " + MOST_DAYS + " days");
      }
      LocalDate from = range.report().equals(Slice.STRUCTURE) ? range.to() : range.from();
      for (LocalDate date = range.to(); !date.isBefore(from); date = date.minusDays(1)) {
        slices.add(new Asked(range.report(), range.level(), date, rank));
      }
    }
    List<Asked> ordered = new ArrayList<>(slices);
    ordered.sort(Comparator.comparing(Asked::date).reversed().thenComparingInt(Asked::rank));
    return ordered;
  }

  private static int rank(String report, String level) {
    return switch (report) {
      case Slice.STRUCTURE -> expect(level, Level.ACCOUNT, 0);
      case Slice.HOURS -> expect(level, Level.CAMPAIGN, 2);
      case Slice.PERFORMANCE ->
          switch (level) {
            case Level.CAMPAIGN -> 1;
            case Level.AD_GROUP -> 3;
            case Level.ASSET_GROUP -> 4;
            case Level.AD -> 5;
            default -> throw new IllegalArgumentException("no such level: " + level);
          };
      default -> throw new IllegalArgumentException("no such report: " + report);
    };
  }

  private static int expect(String level, String only, int rank) {
    if (!level.equals(only)) {
      throw new IllegalArgumentException("this report is of level " + only + ", not " + level);
    }
    return rank;
  }
}
