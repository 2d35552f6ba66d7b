package io.adfleet.snapshots.reading;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.messaging.Heard;
import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the records of one poll in at the door. What could not be kept is refused with the field at
 * fault, so that it is set aside alone.
 */
final class Conversion {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final int TEXT = 200;
  private static final long MOST = 1L << 53;

  /** Dates repeat within a poll, and finding their bounds is not free. */
  private final Map<Zoned, LocalDay> days = new HashMap<>();

  private record Zoned(LocalDate date, String zone) {}

  /**
   * Adds a record to a poll.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  void add(Heard<?> heard, Poll poll) {
    switch (heard.body()) {
      case io.adfleet.contracts.Reading r when SliceKey.PERFORMANCE.equals(r.report()) ->
          poll.add(reading(r, heard.traceparent()));
      case io.adfleet.contracts.Reading r when SliceKey.HOURS.equals(r.report()) ->
          poll.add(hour(r));
      case io.adfleet.contracts.Reading r ->
          throw new IllegalArgumentException("report: no rows of " + r.report() + " are kept");
      case SliceClosed s -> poll.add(manifest(s, heard.traceparent()));
      default -> throw new IllegalArgumentException("not heard here: " + heard.type());
    }
  }

  private Reading reading(io.adfleet.contracts.Reading r, @Nullable String trace) {
    return new Reading(
        needed("workspace_id", r.workspaceId()),
        needed("account_id", r.accountId()),
        text("platform", r.platform()),
        level(r.level()),
        needed("entity_id", r.entityId()),
        text("external_id", r.externalId()),
        day(r.date(), r.zone(), r.observedAt()),
        r.observedAt(),
        version(r.version()),
        text("currency", r.currency()),
        counted(
            new Measures(
                r.spend(),
                r.impressions(),
                r.clicks(),
                r.conversions(),
                r.conversionValue(),
                r.conversionsByDate(),
                r.conversionValueByDate())),
        Actions.of(r.clicksAll(), r.actions()),
        trace);
  }

  private HourReading hour(io.adfleet.contracts.Reading r) {
    int hour = needed("hour", r.hour());
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("hour: there is no hour " + hour);
    }
    return new HourReading(
        needed("workspace_id", r.workspaceId()),
        needed("account_id", r.accountId()),
        level(r.level()),
        needed("entity_id", r.entityId()),
        day(r.date(), r.zone(), r.observedAt()).date(),
        hour,
        r.observedAt(),
        version(r.version()),
        counted(
            Measures.of(
                r.spend(), r.impressions(), r.clicks(), r.conversions(), r.conversionValue())));
  }

  private Manifest manifest(SliceClosed s, @Nullable String trace) {
    String report = text("report", s.report());
    if (report.equals(SliceKey.PERFORMANCE) || report.equals(SliceKey.HOURS)) {
      level(s.level());
    }
    if (s.rows() < 0) {
      throw new IllegalArgumentException("rows: " + s.rows() + " is less than none");
    }
    return new Manifest(
        needed("workspace_id", s.workspaceId()),
        needed("account_id", s.accountId()),
        text("platform", s.platform()),
        report,
        text("level", s.level()),
        day(s.date(), s.zone(), s.observedAt()),
        version(s.version()),
        s.observedAt(),
        text("currency", s.currency()),
        s.rows(),
        measures(needed("sums", s.sums())),
        s.platformTotal() == null ? null : measures(s.platformTotal()),
        trace);
  }

  private LocalDay day(
      @Nullable LocalDate date, @Nullable String zone, @Nullable Instant observedAt) {
    needed("date", date);
    needed("zone", zone);
    needed("observed_at", observedAt);
    LocalDay day =
        days.computeIfAbsent(
            new Zoned(date, zone),
            zoned -> {
              if (!ZONES.contains(zone)) {
                throw new IllegalArgumentException("zone: there is no time zone " + zone);
              }
              return LocalDay.of(date, ZoneId.of(zone));
            });
    if (date.isBefore(FIRST) || day.start().isAfter(observedAt.plus(AHEAD))) {
      throw new IllegalArgumentException(
          "date: " + date + " can't have been read at " + observedAt);
    }
    return day;
  }

  private static Measures measures(Figures f) {
    return counted(
        Measures.of(f.spend(), f.impressions(), f.clicks(), f.conversions(), f.conversionValue()));
  }

  /** Sums of a date must not overflow, and JSON readers count to 2^53 only. */
  private static Measures counted(Measures m) {
    if (isTooMuch(m.spend())
        || isTooMuch(m.impressions())
        || isTooMuch(m.clicks())
        || isTooMuch(m.conversions())
        || isTooMuch(m.conversionValue())) {
      throw new IllegalArgumentException("figures: more than can be counted: " + m);
    }
    return m;
  }

  private static boolean isTooMuch(long figure) {
    return figure > MOST || figure < -MOST;
  }

  private static Level level(@Nullable String word) {
    return Level.of(text("level", word))
        .orElseThrow(() -> new IllegalArgumentException("level: there is no level " + word));
  }

  private static long version(long version) {
    if (version <= 0) {
      throw new IllegalArgumentException("version: " + version + " is not a version");
    }
    return version;
  }

  private static String text(String field, @Nullable String value) {
    String text = needed(field, value);
    if (text.isBlank() || text.length() > TEXT || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(field + ": empty, too long or unreadable");
    }
    return text;
  }

  private static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + ": missing");
    }
    return value;
  }
}
