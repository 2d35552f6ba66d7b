package io.adfleet.dashboard.reconciliation;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.ledger.AccountDay;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether our rows agree with the platforms' totals over a range.
 *
 * @param checkedAt the newest closing among the compared slices
 * @param difference ours less the platforms' spend; null across currencies
 * @param reason why agrees or difference is null
 */
public record Agreement(
    @Nullable Instant checkedAt,
    @Nullable Boolean agrees,
    @Nullable String difference,
    @Nullable String reason,
    List<PlatformAgreement> platforms) {

  /** Why nothing was compared: no closed date of the range is left. */
  public static final String OPEN_DATES = "open_dates";

  /** Spend of one platform and currency. */
  public record PlatformAgreement(
      String platform, String currency, String ours, String platformTotal) {}

  private record Part(String platform, String currency) {}

  private record Pair(Sums ours, Sums theirs) {

    Pair plus(Pair other) {
      return new Pair(ours.plus(other.ours), theirs.plus(other.theirs));
    }
  }

  /** Compares what can be compared. */
  public static Agreement of(
      List<Account> accounts, Ledger ledger, DateRange range, Instant now, boolean mixed) {
    Map<Part, Pair> parts =
        new TreeMap<>(java.util.Comparator.comparing(Part::platform).thenComparing(Part::currency));
    Instant newest = null;
    boolean agrees = true;
    for (Account account : accounts) {
      for (LocalDate date : range.dates()) {
        Optional<AccountDay> found = comparable(account, ledger, date, now);
        if (found.isPresent()) {
          AccountDay day = found.get();
          Sums total = java.util.Objects.requireNonNull(day.platformTotal());
          parts.merge(
              new Part(account.platform(), account.currency()),
              new Pair(day.sums(), total),
              Pair::plus);
          agrees &= day.agrees();
          newest = newest == null || day.closedAt().isAfter(newest) ? day.closedAt() : newest;
        }
      }
    }
    return parts.isEmpty()
        ? new Agreement(null, null, null, OPEN_DATES, List.of())
        : compared(parts, newest, agrees, mixed);
  }

  /** The covered date, if it has ended, is not being read anew and the platform told its total. */
  static Optional<AccountDay> comparable(
      Account account, Ledger ledger, LocalDate date, Instant now) {
    AccountDay day = ledger.of(account, date);
    return day == null
            || day.platformTotal() == null
            || day.isBeingRead()
            || !account.hasBegun(date, now)
            || account.isOpen(date, now)
        ? Optional.empty()
        : Optional.of(day);
  }

  private static Agreement compared(
      Map<Part, Pair> parts, @Nullable Instant newest, boolean agrees, boolean mixed) {
    List<PlatformAgreement> platforms = new ArrayList<>();
    Sums off = Sums.ZERO;
    for (Map.Entry<Part, Pair> part : parts.entrySet()) {
      Pair pair = part.getValue();
      off = off.plus(pair.ours.minus(pair.theirs));
      platforms.add(
          new PlatformAgreement(
              part.getKey().platform,
              part.getKey().currency,
              spend(pair.ours),
              spend(pair.theirs)));
    }
    return new Agreement(
        newest,
        agrees,
        mixed ? null : spend(off),
        mixed ? Metric.MIXED_CURRENCIES : null,
        platforms);
  }

  private static String spend(Sums sums) {
    return String.valueOf(Metric.SPEND.written(sums, false));
  }
}
