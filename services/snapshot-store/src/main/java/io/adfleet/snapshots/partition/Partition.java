package io.adfleet.snapshots.partition;

import java.time.LocalDate;

/** One partition of a table, named by its first date. */
public record Partition(String table, LocalDate first) {

  private static final String FIGURE = "figure";
  private static final String ACTIONS = "figure_actions";
  private static final String SLOT = "slot";
  private static final int DAYS_SLOTS_STAY = 3;
  private static final int DAYS_HOURS_STAY = 90;

  public static Partition figuresOf(LocalDate date) {
    return new Partition(FIGURE, date.withDayOfMonth(1));
  }

  public static Partition actionsOf(LocalDate date) {
    return new Partition(ACTIONS, date.withDayOfMonth(1));
  }

  public static Partition hoursOf(LocalDate date) {
    return new Partition("hour", date.withDayOfMonth(1));
  }

  public static Partition slotsOf(LocalDate date) {
    return new Partition(SLOT, date);
  }

  public static Partition foldedSlotsOf(LocalDate date) {
    return new Partition("slot_hour", date);
  }

  /** Whether retention may have taken it meanwhile. Figures are kept. */
  boolean mayBeDropped(LocalDate today) {
    return switch (table) {
      case FIGURE, ACTIONS -> false;
      case SLOT -> first.isBefore(today.minusDays(DAYS_SLOTS_STAY));
      default -> first.isBefore(today.minusDays(DAYS_HOURS_STAY));
    };
  }
}
