package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.ledger.Counted;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Kpi;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import io.adfleet.dashboard.reconciliation.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the unified dashboard together from what is known. */
final class Board {

  private final AskedDates.Resolved asked;
  private final DateRange range;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Slots slots;
  private final List<Ranked> ranked;
  private final Instant now;

  private final Counted counted;
  private final Completeness completeness;
  private final Axis axis;

  Board(
      AskedDates.Resolved asked,
      Accounts accounts,
      Ledger ledger,
      Slots slots,
      List<Ranked> ranked,
      Instant now) {
    this.asked = asked;
    this.range = asked.range();
    this.accounts = accounts;
    this.ledger = ledger;
    this.slots = slots;
    this.ranked = ranked;
    this.now = now;
    this.counted = Counted.of(accounts, ledger, range);
    this.completeness = ledger.completeness(accounts.all(), range, now);
    this.axis = axis();
  }

  Unified answered() {
    boolean mixed = counted.isMixed();
    List<Account> all = accounts.all();
    Previous previous = Previous.of(counted.accounts(), range, ledger, slots, now);
    return new Unified(
        asked.timeframe().key(),
        range.start(),
        range.end(),
        accounts.workspace().zone().getId(),
        new Unified.PreviousDates(range.previous().start(), range.previous().end(), previous.cut()),
        counted.currency(accounts.workspace().currency()),
        mixed ? Metric.MIXED_CURRENCIES : null,
        mixed ? byCurrency() : null,
        Metric.REVENUE_SOURCE,
        ledger.dataAsOf(all, range, now),
        accounts.lastSyncedAt().orElse(null),
        completeness,
        Agreement.of(all, ledger, range, now, mixed),
        kpis(counted, previous, mixed),
        new Unified.Chart(axis.granularity(), axis.availableFrom(), points(all, mixed)),
        mixed ? List.of() : ranked.stream().map(Ranked::answered).toList(),
        mixed ? null : spendMix(),
        null);
  }

  private List<Unified.OfCurrency> byCurrency() {
    List<Unified.OfCurrency> parts = new ArrayList<>();
    for (String currency : counted.currencies()) {
      Counted part = counted.in(currency);
      parts.add(
          new Unified.OfCurrency(
              currency,
              kpis(part, Previous.of(part.accounts(), range, ledger, slots, now), false),
              points(part.accounts(), false),
              ranked.stream()
                  .filter(campaign -> campaign.currency().equals(currency))
                  .map(Ranked::answered)
                  .toList()));
    }
    return parts;
  }

  private List<Kpi> kpis(Counted part, Previous previous, boolean mixed) {
    Sums sums = part.sums(ledger, range);
    return Kpi.all(
        new Kpi.Period(sums, sums == null ? part.whyUnknown(completeness) : null),
        previous.period(part.accounts().isEmpty() ? Counted.NO_ACCOUNTS : Account.BEFORE_HISTORY),
        Sparkline.of(axis.granularity(), axis.starts(), series(part.accounts())),
        mixed);
  }

  private Axis axis() {
    if (!range.isOneDate()) {
      return new DayAxis(range, ledger);
    }
    LocalDate date = range.start();
    if (!date.isBefore(accounts.workspace().today(now).minusDays(1))) {
      return TimeAxis.quarters(date, accounts.all(), ledger, slots);
    }
    boolean hoursKept =
        accounts.all().stream()
            .anyMatch(account -> !slots.of(account, date).increments().isEmpty());
    return hoursKept
        ? TimeAxis.hours(date, accounts.all(), ledger, slots)
        : new DayAxis(range, ledger);
  }

  private List<Unified.Point> points(List<Account> part, boolean mixed) {
    List<String> starts = axis.starts();
    List<String> platforms = part.stream().map(Account::platform).distinct().sorted().toList();
    List<List<@Nullable Sums>> series = new ArrayList<>();
    for (String platform : platforms) {
      series.add(
          series(part.stream().filter(account -> account.platform().equals(platform)).toList()));
    }
    List<Unified.Point> points = new ArrayList<>(starts.size() * platforms.size());
    for (int bucket = 0; bucket < starts.size(); bucket++) {
      for (int platform = 0; platform < platforms.size(); platform++) {
        points.add(
            point(
                starts.get(bucket),
                platforms.get(platform),
                series.get(platform).get(bucket),
                mixed));
      }
    }
    return points;
  }

  private static Unified.Point point(
      String start, String platform, @Nullable Sums sums, boolean mixed) {
    return new Unified.Point(
        start,
        platform,
        Metric.SPEND.written(sums, mixed),
        Metric.REVENUE.written(sums, mixed),
        Metric.CONVERSIONS.written(sums, mixed),
        Metric.CONVERSION_VALUE.written(sums, mixed),
        Metric.IMPRESSIONS.written(sums, mixed),
        Metric.CLICKS.written(sums, mixed));
  }

  private List<@Nullable Sums> series(List<Account> part) {
    List<@Nullable Sums> together = new ArrayList<>();
    for (int bucket = axis.starts().size(); bucket > 0; bucket--) {
      together.add(null);
    }
    for (Account account : part) {
      List<@Nullable Sums> one = axis.series(account);
      for (int bucket = 0; bucket < one.size(); bucket++) {
        together.set(bucket, Sums.add(together.get(bucket), one.get(bucket)));
      }
    }
    return together;
  }

  private List<Unified.SpendShare> spendMix() {
    Sums total = counted.sums(ledger, range);
    List<Unified.SpendShare> shares = new ArrayList<>();
    for (String platform : accounts.platforms()) {
      Sums sums = null;
      for (Account account : accounts.all()) {
        if (account.platform().equals(platform)) {
          sums = Sums.add(sums, ledger.sums(account, range));
        }
      }
      shares.add(
          new Unified.SpendShare(
              platform,
              Metric.SPEND.written(sums, false),
              sums == null || total == null ? null : Metric.share(sums, total).text()));
    }
    return shares;
  }
}
