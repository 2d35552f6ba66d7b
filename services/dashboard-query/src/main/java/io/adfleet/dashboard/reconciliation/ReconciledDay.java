package io.adfleet.dashboard.reconciliation;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.ledger.AccountDay;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Metric;
import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's date: our campaign rows beside the platform's total.
 *
 * @param agrees null where they can't be compared; {@code reason} says why
 * @param difference ours less the platform's
 */
public record ReconciledDay(
    UUID accountId,
    String externalId,
    String name,
    String platform,
    String currency,
    LocalDate date,
    @Nullable Instant observedAt,
    @Nullable Instant closedAt,
    @Nullable Measures ours,
    @Nullable Measures platformTotal,
    @Nullable Measures difference,
    @Nullable Boolean agrees,
    @Nullable String reason) {

  /** Measures as they are answered. */
  public record Measures(
      @Nullable Object spend,
      @Nullable Object impressions,
      @Nullable Object clicks,
      @Nullable Object conversions,
      @Nullable Object conversionValue) {

    static @Nullable Measures of(@Nullable Sums sums) {
      return sums == null
          ? null
          : new Measures(
              Metric.SPEND.written(sums, false),
              Metric.IMPRESSIONS.written(sums, false),
              Metric.CLICKS.written(sums, false),
              Metric.CONVERSIONS.written(sums, false),
              Metric.CONVERSION_VALUE.written(sums, false));
    }
  }

  static ReconciledDay of(Account account, Ledger ledger, LocalDate date, Instant now) {
    AccountDay day = ledger.of(account, date);
    boolean compared = Agreement.comparable(account, ledger, date, now).isPresent();
    Sums ours = day == null ? null : day.sums();
    Sums theirs = day == null ? null : day.platformTotal();
    return new ReconciledDay(
        account.id(),
        account.externalId(),
        account.name(),
        account.platform(),
        account.currency(),
        date,
        day == null ? null : day.observedAt(),
        day == null ? null : day.closedAt(),
        Measures.of(ours),
        Measures.of(theirs),
        compared && ours != null && theirs != null ? Measures.of(ours.minus(theirs)) : null,
        compared && day != null ? (Boolean) day.agrees() : null,
        compared ? null : why(account, day, date, now));
  }

  private static String why(
      Account account, @Nullable AccountDay day, LocalDate date, Instant now) {
    if (day == null) {
      return account.whyMissing(date);
    }
    if (account.isOpen(date, now)) {
      return Agreement.OPEN_DATES;
    }
    return day.isBeingRead() ? "being_read" : "no_platform_total";
  }
}
