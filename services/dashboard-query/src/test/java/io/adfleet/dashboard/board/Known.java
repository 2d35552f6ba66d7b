package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Workspace;
import io.adfleet.dashboard.ledger.AccountDay;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is known in a rule test: accounts, their covered dates and slots. */
final class Known {

  final Instant now;
  final Workspace workspace;
  final List<Account> accounts = new ArrayList<>();
  private final List<AccountDay> days = new ArrayList<>();
  private final List<Slots.Kept> slots = new ArrayList<>();

  Known(String now, String zone) {
    this.now = Instant.parse(now);
    this.workspace = new Workspace("EUR", ZoneId.of(zone));
  }

  Account account(String platform, String currency, String zone) {
    return account(platform, currency, zone, "active");
  }

  Account account(String platform, String currency, String zone, String state) {
    Account account =
        new Account(
            UUID.randomUUID(),
            platform,
            "" + accounts.size(),
            "Account",
            currency,
            ZoneId.of(zone),
            state,
            "active",
            LocalDate.parse("2026-01-01"),
            null);
    accounts.add(account);
    return account;
  }

  Known day(Account account, String date, String observedAt, Sums sums) {
    Instant observed = Instant.parse(observedAt);
    days.add(
        new AccountDay(
            account.id(), LocalDate.parse(date), 1, observed, observed, 1, sums, 1, sums));
    return this;
  }

  Known slot(Account account, String date, String slot, boolean hourly, Sums increment) {
    slots.add(
        new Slots.Kept(
            new Slots.Key(account.id(), LocalDate.parse(date)),
            Instant.parse(slot),
            hourly,
            increment));
    return this;
  }

  Unified answer(AskedDates asked) {
    AskedDates.Resolved resolved = asked.on(workspace.today(now));
    DateRange range = resolved.range();
    DateRange all = new DateRange(range.previous().start(), range.end());
    return new Board(
            resolved,
            new Accounts(workspace, accounts),
            new Ledger(all, days.stream().filter(day -> all.contains(day.date())).toList()),
            new Slots(slots, Set.of()),
            List.of(),
            now)
        .answered();
  }

  static Sums spend(long micros) {
    return new Sums(micros, 0, 0, 0, 0);
  }
}
