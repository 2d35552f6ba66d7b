package io.adfleet.snapshots.partition;

import java.time.LocalDate;

/** One partition of a table, named by its first date. */
public record Partition(String table, LocalDate first) {

  public static Partition figuresOf(LocalDate date) {
    return new Partition("figure", date.withDayOfMonth(1));
  }

  public static Partition hoursOf(LocalDate date) {
    return new Partition("hour", date.withDayOfMonth(1));
  }

  public static Partition slotsOf(LocalDate date) {
    return new Partition("slot", date);
  }
}
