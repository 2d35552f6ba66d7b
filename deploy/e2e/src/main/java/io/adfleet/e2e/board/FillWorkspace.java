package io.adfleet.e2e.board;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.Topic;
import io.adfleet.e2e.fleet.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says a workspace's accounts, names, days and coverage as the services that own them would. */
final class FillWorkspace {

  private final Publisher publisher;
  private final UUID workspace;
  private final AdAccounts accounts;
  private final Instant now;
  private final long version;
  private final Map<UUID, Integer> partitions = new HashMap<>();

  FillWorkspace(Publisher publisher, UUID workspace, AdAccounts accounts, Instant now) {
    this.publisher = publisher;
    this.workspace = workspace;
    this.accounts = accounts;
    this.now = now;
    this.version = now.toEpochMilli();
    for (AdAccounts.Account account : accounts.accounts()) {
      partitions.put(
          account.id(), publisher.partition(Topic.DAILY, workspace + "|" + account.id()));
    }
  }

  long version() {
    return version;
  }

  /** Accounts and what runs in them. */
  void names(LocalDate historyFrom) {
    for (AdAccounts.Account account : accounts.accounts()) {
      say(
          Topic.ACCOUNTS,
          account,
          workspace + "|" + account.id(),
          accounts.state(account, historyFrom, now, version));
    }
    for (String level : List.of(Level.CAMPAIGN, Level.AD_GROUP, Level.AD)) {
      for (AdAccounts.Node node : accounts.of(level)) {
        say(
            Topic.ENTITIES,
            node.account(),
            workspace + "|" + node.account().id() + "|" + node.id(),
            accounts.entity(node, now, version));
      }
    }
    publisher.flush();
  }

  /** One level's figures of some dates and then that they are complete; answers how many. */
  int days(String level, LocalDate from, LocalDate to) {
    int said = 0;
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      Figures[] figures = accounts.figures(level, date);
      Map<AdAccounts.Account, Figures> sums = new HashMap<>();
      Map<AdAccounts.Account, Integer> rows = new HashMap<>();
      for (AdAccounts.Node node : accounts.of(level)) {
        Figures figure = figures[node.number()];
        sums.merge(node.account(), figure, Figures::plus);
        rows.merge(node.account(), 1, Integer::sum);
        day(node, date, figure);
        said++;
      }
      for (AdAccounts.Account account : accounts.accounts()) {
        cover(
            account,
            level,
            date,
            rows.getOrDefault(account, 0),
            sums.getOrDefault(account, Figures.ZERO));
      }
    }
    publisher.flush();
    return said;
  }

  private void day(AdAccounts.Node node, LocalDate date, Figures f) {
    say(
        Topic.DAILY,
        node.account(),
        workspace + "|" + node.account().id() + "|" + node.id() + "|" + date,
        new Daily(
            workspace,
            node.account().id(),
            node.account().platform(),
            node.level(),
            node.id(),
            node.externalId(),
            date,
            now,
            version,
            "EUR",
            false,
            f.spend(),
            f.impressions(),
            f.clicks(),
            f.conversions(),
            f.conversionValue(),
            null,
            null));
  }

  private void cover(
      AdAccounts.Account account, String level, LocalDate date, int rows, Figures sums) {
    Slice slice = new Slice(workspace, account.id(), Slice.PERFORMANCE, level, date);
    say(
        Topic.COVERAGE,
        account,
        slice.key(),
        new Coverage(
            workspace,
            account.id(),
            account.platform(),
            Slice.PERFORMANCE,
            level,
            date,
            new Coverage.Closed(
                version, now, now, rows, sums, level.equals(Level.CAMPAIGN) ? sums : null),
            null));
  }

  private void say(Topic topic, AdAccounts.Account account, String key, Object record) {
    publisher.say(topic, partitions.get(account.id()), key, workspace, record);
  }
}
