package io.adfleet.dashboard.reconciliation;

import io.adfleet.dashboard.account.AccountFilter;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.FindAccounts;
import io.adfleet.dashboard.ledger.Ledger;
import io.adfleet.dashboard.ledger.ReadLedger;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds every account and date of a range against the platform's total. */
@ApplicationScoped
class Reconcile {

  private final Tenants tenants;
  private final FindAccounts findAccounts;
  private final ReadLedger readLedger;
  private final Clock clock;

  Reconcile(Tenants tenants, FindAccounts findAccounts, ReadLedger readLedger, Clock clock) {
    this.tenants = tenants;
    this.findAccounts = findAccounts;
    this.readLedger = readLedger;
    this.clock = clock;
  }

  Uni<Reconciliation> reconcile(
      UUID workspace,
      AskedDates asked,
      AccountFilter filter,
      @Nullable String limit,
      @Nullable String cursor) {
    Instant now = clock.instant();
    return tenants.atOneMoment(
        workspace,
        connection ->
            findAccounts
                .matching(connection, filter)
                .chain(accounts -> {
                  DateRange range = asked.on(accounts.workspace().today(now)).range();
                  return readLedger
                      .of(connection, range, accounts.ids())
                      .map(ledger -> days(accounts, ledger, range, now))
                      .map(days -> Reconciliation.of(days, limit, cursor));
                }));
  }

  private static List<ReconciledDay> days(
      Accounts accounts, Ledger ledger, DateRange range, Instant now) {
    return range.dates().reversed().stream()
        .flatMap(date ->
            accounts.all().stream()
                .filter(account -> account.hasBegun(date, now))
                .map(account -> ReconciledDay.of(account, ledger, date, now)))
        .toList();
  }
}
