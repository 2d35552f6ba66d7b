package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.AccountFilter;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.account.FindAccounts;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.dashboard.range.DateRange;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists campaigns, or the children of an entity, with their figures over some dates. */
@ApplicationScoped
class ListCampaigns {

  private final Tenants tenants;
  private final FindAccounts findAccounts;
  private final CampaignStore store;
  private final Clock clock;

  ListCampaigns(Tenants tenants, FindAccounts findAccounts, CampaignStore store, Clock clock) {
    this.tenants = tenants;
    this.findAccounts = findAccounts;
    this.store = store;
    this.clock = clock;
  }

  /** How a listing is asked for. */
  record Asked(
      AskedDates dates,
      AccountFilter accounts,
      @Nullable String parent,
      @Nullable String status,
      @Nullable String sort,
      @Nullable String limit,
      @Nullable String cursor) {}

  Uni<Listing> list(UUID workspace, Asked asked) {
    Instant now = clock.instant();
    ListingFilter filter = ListingFilter.of(asked.parent(), asked.status());
    Sorting sorting = Sorting.of(asked.sort());
    return tenants.atOneMoment(
        workspace,
        connection ->
            findAccounts
                .matching(connection, asked.accounts())
                .chain(accounts -> {
                  DateRange range = asked.dates().on(accounts.workspace().today(now)).range();
                  return Uni.combine()
                      .all()
                      .unis(
                          found(connection, range, accounts, filter),
                          store.covered(connection, range, accounts.ids()))
                      .asTuple()
                      .chain(both ->
                          page(
                              connection,
                              new Question(accounts, range, now, both.getItem2()),
                              both.getItem1().stream().filter(filter::matches).toList(),
                              sorting,
                              asked));
                }));
  }

  private record Question(Accounts accounts, DateRange range, Instant now, Covered covered) {

    Described known(Described found) {
      return covered.any(found.account(), found.level()) ? found : found.withoutSums();
    }

    Completeness completeness(List<Described> shown, boolean campaigns) {
      Map<UUID, Set<String>> levels = new HashMap<>();
      if (campaigns) {
        for (Account account : accounts.all()) {
          levels.computeIfAbsent(account.id(), id -> new TreeSet<>()).add(Levels.CAMPAIGN);
        }
      }
      for (Described one : shown) {
        Set<String> asked = levels.computeIfAbsent(one.account().id(), id -> new TreeSet<>());
        asked.add(one.level());
        String below = one.below();
        if (below != null) {
          asked.add(below);
        }
      }
      return covered.completeness(accounts, levels, range, now);
    }
  }

  private Uni<List<Described>> found(
      SqlConnection connection, DateRange range, Accounts accounts, ListingFilter filter) {
    UUID parent = filter.parent();
    return parent == null
        ? store.campaigns(connection, range, accounts)
        : store.children(connection, range, accounts, parent);
  }

  private Uni<Listing> page(
      SqlConnection connection,
      Question question,
      List<Described> found,
      Sorting sorting,
      Asked asked) {
    List<Described> sorted = new ArrayList<>(found.stream().map(question::known).toList());
    sorted.sort(sorting.order());
    Page page = Page.of(sorted, sorting.text(), asked.limit(), asked.cursor());
    Completeness completeness =
        question.completeness(page.items(), asked.parent() == null || asked.parent().isBlank());
    return store
        .rest(connection, question.range(), page.items())
        .map(rest ->
            new Listing(
                page.items().stream()
                    .map(one -> answered(one, rest.get(one.entityId()), completeness))
                    .toList(),
                page.next(),
                question.range().start(),
                question.range().end(),
                question.accounts().workspace().zone().getId(),
                completeness));
  }

  private static Listing.Item answered(
      Described one, @Nullable Sums rest, Completeness completeness) {
    return one.answered(
        rest, one.sums() == null ? completeness.reasonFor(one.account(), one.level()) : null);
  }
}
