package io.adfleet.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A date in a zone as its real hours: an hour a clock repeats is twice as long, an hour it skips
 * has no minutes and counts in the next one.
 */
final class LocalDay {

  static final int HOURS = 24;

  private record Key(ZoneId zone, LocalDate date) {}

  private record Stretch(int hour, Instant from, Instant to) {}

  private static final Map<Key, LocalDay> KNOWN = new ConcurrentHashMap<>();

  private final List<Stretch> stretches = new ArrayList<>();
  private final long[] minutes = new long[HOURS];

  private LocalDay(ZoneId zone, LocalDate date) {
    Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
    Instant from = date.atStartOfDay(zone).toInstant();
    while (from.isBefore(end)) {
      ZonedDateTime local = from.atZone(zone);
      Instant to = from.plusSeconds(3600 - local.toLocalTime().toSecondOfDay() % 3600);
      ZoneOffsetTransition transition = zone.getRules().nextTransition(from);
      if (transition != null && transition.getInstant().isBefore(to)) {
        to = transition.getInstant();
      }
      to = to.isBefore(end) ? to : end;
      stretches.add(new Stretch(local.getHour(), from, to));
      minutes[local.getHour()] += Duration.between(from, to).toMinutes();
      from = to;
    }
  }

  static LocalDay of(ZoneId zone, LocalDate date) {
    return KNOWN.computeIfAbsent(new Key(zone, date), key -> new LocalDay(zone, date));
  }

  /** Minutes of each hour. */
  long[] minutes() {
    return minutes.clone();
  }

  /** Whole minutes of each hour that have passed at that instant. */
  long[] passed(Instant until) {
    long[] seconds = new long[HOURS];
    for (Stretch stretch : stretches) {
      if (until.isAfter(stretch.from())) {
        Instant to = until.isBefore(stretch.to()) ? until : stretch.to();
        seconds[stretch.hour()] += Duration.between(stretch.from(), to).toSeconds();
      }
    }
    for (int hour = 0; hour < HOURS; hour++) {
      seconds[hour] /= 60;
    }
    return seconds;
  }

  /** Whether a clock shows this hour twice on that date. */
  boolean repeats(int hour) {
    return minutes[hour] > 60;
  }

  /** The hour in which an hour's figures are said: itself, or the next one if it is skipped. */
  int saidIn(int hour) {
    for (int next = hour; next < HOURS; next++) {
      if (minutes[next] > 0) {
        return next;
      }
    }
    for (int before = hour; before >= 0; before--) {
      if (minutes[before] > 0) {
        return before;
      }
    }
    return hour;
  }
}
