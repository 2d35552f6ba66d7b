package io.adfleet.connections.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an account is read next.
 *
 * @param liveDate the account's date when it was last read live; null before
 * @param levelsAt when ad groups, ads and asset groups were last asked for
 * @param structureAt when the structure was last asked for
 */
public record Timetable(
    Instant liveDue,
    Instant nightlyDue,
    @Nullable LocalDate liveDate,
    @Nullable Instant levelsAt,
    @Nullable Instant structureAt) {

  private static final LocalTime NIGHT = LocalTime.of(3, 0);
  private static final Duration AFTER_MIDNIGHT = Duration.ofHours(2);

  /** Of an account that is connected now; its backfill reads everything once. */
  public static Timetable from(UUID account, ZoneId zone, Duration interval, Instant now) {
    return new Timetable(
        nextLive(account, interval, now),
        nextNight(zone, now),
        LocalDate.ofInstant(now, zone),
        now,
        now);
  }

  /** Accounts are spread over the interval, always at the same place in it. */
  static Instant nextLive(UUID account, Duration interval, Instant now) {
    long every = interval.toMillis();
    long place =
        Math.floorMod(account.getLeastSignificantBits() ^ account.getMostSignificantBits(), every);
    long since = Math.floorMod(now.toEpochMilli() - place, every);
    return now.plusMillis(every - since);
  }

  /** The next 03:00 of the account's clock. */
  static Instant nextNight(ZoneId zone, Instant now) {
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime night = local.toLocalDate().atTime(NIGHT).atZone(zone);
    return night.toInstant().isAfter(now)
        ? night.toInstant()
        : local.toLocalDate().plusDays(1).atTime(NIGHT).atZone(zone).toInstant();
  }

  /**
   * Whether yesterday may not have been read after its end, or the platform still books into it.
   */
  boolean yesterdayIsOpen(ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return liveDate == null
        || liveDate.isBefore(today)
        || now.isBefore(today.atStartOfDay(zone).toInstant().plus(AFTER_MIDNIGHT));
  }

  /** Whether something asked for at a time is due again; a minute early is in time. */
  static boolean due(@Nullable Instant askedAt, Duration every, Instant now) {
    return askedAt == null || !askedAt.plus(every).minusSeconds(60).isAfter(now);
  }
}
