package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The covered dates of accounts over some range, looked up by account and date. */
public final class Ledger {

  public static final String CAMPAIGN = "campaign";

  private final DateRange range;
  private final Map<UUID, @Nullable AccountDay[]> days = new HashMap<>();

  public Ledger(DateRange range, List<AccountDay> covered) {
    this.range = range;
    for (AccountDay day : covered) {
      days.computeIfAbsent(day.accountId(), id -> new AccountDay[range.days()])[index(day.date())] =
          day;
    }
  }

  /** The date of an account, or null where nothing covers it. */
  public @Nullable AccountDay of(Account account, LocalDate date) {
    @Nullable AccountDay[] known = days.get(account.id());
    return known == null || !range.contains(date) ? null : known[index(date)];
  }

  /** Its sums, or null where nothing covers it. */
  public @Nullable Sums sums(Account account, LocalDate date) {
    AccountDay day = of(account, date);
    return day == null ? null : day.sums();
  }

  /** Sums of what is covered; null where nothing is. */
  public @Nullable Sums sums(Account account, DateRange asked) {
    Sums sums = null;
    for (LocalDate date = asked.start(); !date.isAfter(asked.end()); date = date.plusDays(1)) {
      sums = Sums.add(sums, sums(account, date));
    }
    return sums;
  }

  public boolean coversAny(Account account, DateRange asked) {
    return sums(account, asked) != null;
  }

  public boolean coversAll(Account account, DateRange asked) {
    return asked.dates().stream().allMatch(date -> of(account, date) != null);
  }

  /** Which of the dates that have begun there are missing. */
  public Completeness completeness(List<Account> accounts, DateRange asked, Instant now) {
    Completeness.Gathering gathering = new Completeness.Gathering();
    for (Account account : accounts) {
      for (LocalDate date : asked.dates()) {
        if (account.hasBegun(date, now) && of(account, date) == null) {
          gathering.miss(account, CAMPAIGN, date, account.whyMissing(date));
        }
      }
    }
    return gathering.gathered();
  }

  /**
   * When the account that was read longest ago was read: per account its reading of the newest date
   * that has begun there.
   */
  public @Nullable Instant dataAsOf(List<Account> accounts, DateRange asked, Instant now) {
    return accounts.stream()
        .map(account -> {
          LocalDate today = account.today(now);
          return of(account, today.isBefore(asked.end()) ? today : asked.end());
        })
        .filter(Objects::nonNull)
        .map(AccountDay::observedAt)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private int index(LocalDate date) {
    return Math.toIntExact(ChronoUnit.DAYS.between(range.start(), date));
  }
}
