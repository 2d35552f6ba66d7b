package io.adfleet.connections.schedule;

import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.job.Wish;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Platform;
import io.adfleet.contracts.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job of each kind reads. Dates are the account's own.
 *
 * @param lower the levels below campaigns at which the platform is read
 */
record SyncPlan(List<String> lower) {

  /** Closed dates that are read again: the platform still corrects them. */
  private static final int LOOK_BACK = 7;

  private static final SyncPlan GOOGLE =
      new SyncPlan(List.of(Level.AD_GROUP, Level.AD, Level.ASSET_GROUP));

  /** An ad set's figures are the sum of its ads'. */
  private static final SyncPlan META = new SyncPlan(List.of(Level.AD));

  /** How accounts of a platform are read. */
  static SyncPlan of(String platform) {
    return switch (platform) {
      case Platform.GOOGLE -> GOOGLE;
      case Platform.META -> META;
      default -> throw new IllegalArgumentException("nothing reads platform " + platform);
    };
  }

  /** The history of an account that was just connected. */
  List<Wish> backfill(LocalDate today) {
    List<Wish> wishes = new ArrayList<>();
    wishes.add(structureOf(today));
    wishes.add(performance(Level.CAMPAIGN, start(today), today));
    wishes.add(hours(today.minusDays(8), today));
    lower(wishes, today.minusDays(LOOK_BACK - 1), today);
    return List.copyOf(wishes);
  }

  /**
   * Today and the dates that may still change; after a gap also what the nights in it would have
   * read.
   *
   * @param readThrough the last date up to which campaigns were read after their end, if any was
   */
  List<Wish> now(LocalDate today, @Nullable LocalDate readThrough) {
    LocalDate usual = today.minusDays(LOOK_BACK);
    LocalDate from = from(usual, today, readThrough);
    List<Wish> wishes = new ArrayList<>();
    wishes.add(structureOf(today));
    wishes.add(performance(Level.CAMPAIGN, from, today));
    wishes.add(hours(today.minusDays(1), today));
    lower(wishes, today.minusDays(LOOK_BACK - 1), today);
    if (readThrough != null && from.isBefore(usual)) {
      brokenOff(wishes, readThrough.plusDays(1), today);
    }
    return List.copyOf(wishes);
  }

  /** The date a gap began in: what is read below campaigns and by hours ends in its middle. */
  private void brokenOff(List<Wish> wishes, LocalDate date, LocalDate today) {
    if (date.isBefore(start(today))) {
      return;
    }
    wishes.add(hours(date, date));
    if (date.isBefore(today.minusDays(LOOK_BACK - 1))) {
      lower(wishes, date, date);
    }
  }

  /** The same at night, when yesterday is complete. */
  List<Wish> nightly(LocalDate today, @Nullable LocalDate readThrough) {
    return now(today, readThrough);
  }

  /** Where the first night that didn't end well would have begun; the backfill reads no further. */
  private static LocalDate from(LocalDate usual, LocalDate today, @Nullable LocalDate readThrough) {
    if (readThrough == null) {
      return usual;
    }
    LocalDate missed = readThrough.plusDays(2).minusDays(LOOK_BACK);
    LocalDate from = missed.isBefore(start(today)) ? start(today) : missed;
    return from.isBefore(usual) ? from : usual;
  }

  private static LocalDate start(LocalDate today) {
    return today.minusDays(AdAccount.HISTORY_DAYS - 1);
  }

  /**
   * Today; yesterday too until it was read after its end.
   *
   * @param withYesterday yesterday may not be closed yet
   * @param withLevels what is below campaigns too
   * @param withStructure names, states and budgets too
   */
  List<Wish> live(
      LocalDate today, boolean withYesterday, boolean withLevels, boolean withStructure) {
    LocalDate from = withYesterday ? today.minusDays(1) : today;
    List<Wish> wishes = new ArrayList<>();
    if (withStructure) {
      wishes.add(structureOf(today));
    }
    wishes.add(performance(Level.CAMPAIGN, from, today));
    wishes.add(hours(from, today));
    if (withLevels) {
      lower(wishes, from, today);
    }
    return List.copyOf(wishes);
  }

  private void lower(List<Wish> wishes, LocalDate from, LocalDate to) {
    for (String level : lower) {
      wishes.add(performance(level, from, to));
    }
  }

  private static Wish structureOf(LocalDate today) {
    return new Wish(Slice.STRUCTURE, Level.ACCOUNT, today, today);
  }

  private static Wish performance(String level, LocalDate from, LocalDate to) {
    return new Wish(Slice.PERFORMANCE, level, from, to);
  }

  private static Wish hours(LocalDate from, LocalDate to) {
    return new Wish(Slice.HOURS, Level.CAMPAIGN, from, to);
  }
}
