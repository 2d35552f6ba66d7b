package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.ledger.AccountDay;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Sums;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Quarters of an hour or hours of one date, in local wall time: an hour that a clock repeats adds
 * up, one that it skips has no bucket. The axis starts where the increments of every account that
 * has slots are known, and ends where the newest of them was observed.
 */
final class TimeAxis implements Axis {

  private static final int QUARTER = 15;
  private static final LocalTime LAST_QUARTER = LocalTime.of(23, 45);

  private final LocalDate date;
  private final int minutes;
  private final Ledger ledger;
  private final Slots slots;
  private final LocalTime first;
  private final NavigableMap<LocalTime, Integer> buckets = new TreeMap<>();

  private TimeAxis(
      LocalDate date, int minutes, List<Account> accounts, Ledger ledger, Slots slots) {
    this.date = date;
    this.minutes = minutes;
    this.ledger = ledger;
    this.slots = slots;
    List<Account> covered =
        accounts.stream().filter(account -> ledger.of(account, date) != null).toList();
    LocalTime end = null;
    for (Account account : covered) {
      end = later(end, observedUntil(account));
    }
    this.first = covered.isEmpty() || end == null ? LocalTime.MIDNIGHT : firstOf(covered, end);
    if (end != null) {
      fill(covered, later(end, first));
    }
  }

  static TimeAxis quarters(LocalDate date, List<Account> accounts, Ledger ledger, Slots slots) {
    return new TimeAxis(date, QUARTER, accounts, ledger, slots);
  }

  static TimeAxis hours(LocalDate date, List<Account> accounts, Ledger ledger, Slots slots) {
    return new TimeAxis(date, 60, accounts, ledger, slots);
  }

  @Override
  public String granularity() {
    return minutes == QUARTER ? "quarter_hour" : "hour";
  }

  @Override
  public List<String> starts() {
    return buckets.keySet().stream().map(this::start).toList();
  }

  @Override
  public @Nullable String availableFrom() {
    return first.equals(LocalTime.MIDNIGHT) ? null : start(first);
  }

  @Override
  public List<@Nullable Sums> series(Account account) {
    AccountDay day = ledger.of(account, date);
    @Nullable Sums[] series = new Sums[buckets.size()];
    if (day != null && series.length > 0) {
      int last = bucketOf(observedUntil(account));
      java.util.Arrays.fill(series, 0, last + 1, Sums.ZERO);
      Sums unexplained = day.sums();
      for (DaySlots.Increment increment : slots.of(account, date).increments()) {
        add(series, bucketOf(increment.at()), increment.sums());
        unexplained = unexplained.minus(increment.sums());
      }
      add(series, last, unexplained);
    }
    List<@Nullable Sums> all = new ArrayList<>(series.length);
    for (Sums sums : series) {
      all.add(sums);
    }
    return all;
  }

  private static void add(@Nullable Sums[] series, int bucket, Sums sums) {
    series[bucket] = Sums.add(series[bucket], sums);
  }

  private LocalTime firstOf(List<Account> covered, LocalTime end) {
    LocalTime known = null;
    boolean unexplained = false;
    for (Account account : covered) {
      LocalTime from = slots.of(account, date).knownFrom();
      known = from == null ? known : later(known, from);
      unexplained |= from == null && !day(account).sums().isZero();
    }
    if (known != null) {
      return floor(known);
    }
    return unexplained ? end : LocalTime.MIDNIGHT;
  }

  /** The bucket of the newest thing known of an account's date. */
  private LocalTime observedUntil(Account account) {
    ZonedDateTime observed = day(account).observedAt().atZone(account.zone());
    LocalTime until = observed.toLocalDate().equals(date) ? observed.toLocalTime() : LAST_QUARTER;
    LocalTime slot = slots.of(account, date).last();
    return floor(slot == null ? until : later(until, slot));
  }

  private AccountDay day(Account account) {
    AccountDay day = ledger.of(account, date);
    if (day == null) {
      throw new IllegalArgumentException("nothing covers " + date + " of " + account.id());
    }
    return day;
  }

  private void fill(List<Account> covered, LocalTime end) {
    List<ZoneId> zones = covered.stream().map(Account::zone).distinct().toList();
    int bucket = 0;
    for (int minute = 0; minute < 24 * 60; minute += minutes) {
      LocalTime time = LocalTime.of(minute / 60, minute % 60);
      if (!time.isBefore(first)
          && !time.isAfter(end)
          && zones.stream().anyMatch(zone -> exists(time, zone))) {
        buckets.put(time, bucket++);
      }
    }
  }

  private boolean exists(LocalTime time, ZoneId zone) {
    for (int more = 0; more < minutes; more += QUARTER) {
      if (!zone.getRules().getValidOffsets(date.atTime(time.plusMinutes(more))).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private int bucketOf(LocalTime time) {
    Map.Entry<LocalTime, Integer> found = buckets.floorEntry(time);
    return found == null ? 0 : found.getValue();
  }

  private LocalTime floor(LocalTime time) {
    return LocalTime.of(time.getHour(), time.getMinute() / minutes * minutes % 60);
  }

  private String start(LocalTime time) {
    return date + "T" + time;
  }

  private static LocalTime later(@Nullable LocalTime one, LocalTime other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
