package io.adfleet.dashboard.board;

import io.adfleet.dashboard.account.AccountFilter;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.FindAccounts;
import io.adfleet.dashboard.ledger.ReadLedger;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Answers the unified dashboard of a workspace in one transaction. */
@ApplicationScoped
class AnswerBoard {

  private static final int TOP_CAMPAIGNS = 10;

  private final Tenants tenants;
  private final FindAccounts findAccounts;
  private final ReadLedger readLedger;
  private final BoardStore store;
  private final Clock clock;

  AnswerBoard(
      Tenants tenants,
      FindAccounts findAccounts,
      ReadLedger readLedger,
      BoardStore store,
      Clock clock) {
    this.tenants = tenants;
    this.findAccounts = findAccounts;
    this.readLedger = readLedger;
    this.store = store;
    this.clock = clock;
  }

  Uni<Unified> answer(UUID workspace, AskedDates asked, AccountFilter filter) {
    Instant now = clock.instant();
    return tenants.atOneMoment(
        workspace,
        connection ->
            findAccounts
                .matching(connection, filter)
                .chain(accounts ->
                    answer(connection, accounts, asked.on(accounts.workspace().today(now)), now)));
  }

  private Uni<Unified> answer(
      SqlConnection connection, Accounts accounts, AskedDates.Resolved asked, Instant now) {
    DateRange range = asked.range();
    UUID[] ids = accounts.ids();
    DateRange withPrevious = new DateRange(range.previous().start(), range.end());
    return Uni.combine()
        .all()
        .unis(
            readLedger.of(connection, withPrevious, ids),
            store.slots(connection, slotDates(accounts, range, now), ids),
            store.ranked(connection, range, ids, TOP_CAMPAIGNS))
        .with((ledger, slots, ranked) ->
            new Board(asked, accounts, ledger, slots, ranked, now).answered());
  }

  /** The date of a chart within a date, and the counterparts of open dates. */
  private static LocalDate[] slotDates(Accounts accounts, DateRange range, Instant now) {
    Set<LocalDate> dates = new TreeSet<>();
    if (range.isOneDate()) {
      dates.add(range.start());
    }
    accounts.all().stream()
        .map(account -> account.today(now))
        .filter(range::contains)
        .map(today -> today.minusDays(range.days()))
        .forEach(dates::add);
    return dates.toArray(LocalDate[]::new);
  }
}
