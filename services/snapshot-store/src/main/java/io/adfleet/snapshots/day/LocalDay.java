package io.adfleet.snapshots.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A date as an account's clock has it.
 *
 * @param start its first instant
 * @param end the first instant of the next date
 */
public record LocalDay(LocalDate date, ZoneId zone, Instant start, Instant end) {

  private static final long SLOT_SECONDS = Duration.ofMinutes(15).toSeconds();
  private static final int HOURS = 24;

  public static LocalDay of(LocalDate date, ZoneId zone) {
    return new LocalDay(
        date,
        zone,
        date.atStartOfDay(zone).toInstant(),
        date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The start of the quarter of an hour an instant lies in, by UTC. */
  public static Instant slotOf(Instant instant) {
    return Instant.ofEpochSecond(
        Math.floorDiv(instant.getEpochSecond(), SLOT_SECONDS) * SLOT_SECONDS);
  }

  /** Whether the date had begun and not ended. */
  public boolean isOpenAt(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean hasEndedAt(Instant instant) {
    return !instant.isBefore(end);
  }

  /** The slot the date's last instant lies in. */
  public Instant lastSlot() {
    return slotOf(end.minusNanos(1));
  }

  /**
   * When a local hour was over: the end of its last occurrence when the clock repeats it. Empty for
   * an hour the clock skips.
   */
  public Optional<Instant> endOfHour(int hour) {
    Instant began = instantOf(hour);
    Instant over = hour + 1 == HOURS ? end : instantOf(hour + 1);
    return over.isAfter(began) ? Optional.of(over) : Optional.empty();
  }

  /** The first instant at or after the local hour's beginning. */
  private Instant instantOf(int hour) {
    return date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
  }
}
