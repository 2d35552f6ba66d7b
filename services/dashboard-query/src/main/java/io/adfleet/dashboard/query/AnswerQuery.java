package io.adfleet.dashboard.query;

import io.adfleet.contracts.Query;
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
import java.util.List;
import java.util.UUID;

/** Answers a typed question about a workspace in one transaction. */
@ApplicationScoped
class AnswerQuery {

  private static final AccountFilter ALL = new AccountFilter(null, null, null);

  private final Tenants tenants;
  private final FindAccounts findAccounts;
  private final ReadLedger readLedger;
  private final QueryStore store;
  private final Clock clock;

  AnswerQuery(
      Tenants tenants,
      FindAccounts findAccounts,
      ReadLedger readLedger,
      QueryStore store,
      Clock clock) {
    this.tenants = tenants;
    this.findAccounts = findAccounts;
    this.readLedger = readLedger;
    this.store = store;
    this.clock = clock;
  }

  Uni<Answer> answer(UUID workspace, Query query) {
    Question question = Question.of(query);
    Instant now = clock.instant();
    return tenants.atOneMoment(
        workspace,
        connection ->
            findAccounts
                .matching(connection, ALL)
                .map(question::of)
                .chain(accounts -> answer(connection, question, accounts, now)));
  }

  private Uni<Answer> answer(
      SqlConnection connection, Question question, Accounts accounts, Instant now) {
    AskedDates.Resolved asked = question.on(accounts.workspace().today(now));
    DateRange range = asked.range();
    UUID[] ids = accounts.ids();
    DateRange withPrevious = new DateRange(range.previous().start(), range.end());
    return Uni.combine()
        .all()
        .unis(
            readLedger.of(connection, withPrevious, ids),
            question.breakdown() == Question.Breakdown.CAMPAIGN
                ? store.campaigns(connection, range, ids)
                : Uni.createFrom().item(List.<CampaignFigures>of()))
        .with((ledger, campaigns) ->
            new Answering(question, asked, accounts, ledger, campaigns, now).answered());
  }
}
