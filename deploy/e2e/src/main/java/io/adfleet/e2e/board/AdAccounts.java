package io.adfleet.e2e.board;

import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Eight ad accounts of two platforms with what runs in them; an ad group is what its ads are. */
final class AdAccounts {

  static final int CAMPAIGNS = 250;
  static final int AD_GROUPS = 750;
  static final int ADS = 4_000;

  private static final String CURRENCY = "EUR";

  /** One account. */
  record Account(UUID id, String platform, String externalId) {}

  /**
   * A campaign, ad group or ad.
   *
   * @param parent the number of the one above it; campaigns have none
   */
  record Node(String level, int number, Account account, UUID id, String externalId, int parent) {}

  private final UUID workspace;
  private final String zone;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Node> campaigns = new ArrayList<>();
  private final List<Node> adGroups = new ArrayList<>();
  private final List<Node> ads = new ArrayList<>();

  AdAccounts(UUID workspace, String zone) {
    this.workspace = workspace;
    this.zone = zone;
    for (String platform : List.of("google", "meta")) {
      for (int i = 1; i <= 4; i++) {
        String externalId = "90000000" + i;
        accounts.add(
            new Account(Ids.accountId(workspace, platform, externalId), platform, externalId));
      }
    }
    for (int i = 0; i < CAMPAIGNS; i++) {
      campaigns.add(node(Level.CAMPAIGN, i, accounts.get(i % accounts.size()), -1));
    }
    for (int i = 0; i < AD_GROUPS; i++) {
      Node parent = campaigns.get(i % CAMPAIGNS);
      adGroups.add(node(Level.AD_GROUP, i, parent.account(), parent.number()));
    }
    for (int i = 0; i < ADS; i++) {
      Node parent = adGroups.get(i % AD_GROUPS);
      ads.add(node(Level.AD, i, parent.account(), parent.number()));
    }
  }

  private Node node(String level, int number, Account account, int parent) {
    String externalId = Integer.toString(1_000_000 + number);
    UUID id = Ids.entityId(workspace, account.platform(), account.externalId(), level, externalId);
    return new Node(level, number, account, id, externalId, parent);
  }

  List<Account> accounts() {
    return accounts;
  }

  List<Node> of(String level) {
    return switch (level) {
      case Level.CAMPAIGN -> campaigns;
      case Level.AD_GROUP -> adGroups;
      default -> ads;
    };
  }

  AccountState state(Account account, LocalDate historyFrom, Instant now, long version) {
    return new AccountState(
        workspace,
        account.id(),
        account.id(),
        account.platform(),
        account.externalId(),
        "Bench " + account.platform() + " " + account.externalId(),
        CURRENCY,
        zone,
        null,
        "active",
        "active",
        null,
        historyFrom,
        false,
        now,
        version);
  }

  Entity entity(Node node, Instant now, long version) {
    return new Entity(
        workspace,
        node.account().id(),
        node.account().platform(),
        node.id(),
        node.externalId(),
        node.level(),
        parent(node),
        "Bench " + node.level() + " " + node.number(),
        "active",
        "ENABLED",
        null,
        CURRENCY,
        null,
        null,
        null,
        null,
        now,
        version);
  }

  private @Nullable UUID parent(Node node) {
    return switch (node.level()) {
      case Level.AD_GROUP -> campaigns.get(node.parent()).id();
      case Level.AD -> adGroups.get(node.parent()).id();
      default -> null;
    };
  }

  /** A date's figures of every node of a level, in the order of their numbers. */
  Figures[] figures(String level, LocalDate date) {
    return switch (level) {
      case Level.AD -> adFigures(date);
      case Level.AD_GROUP -> summed(adFigures(date), ads, AD_GROUPS);
      default -> summed(figures(Level.AD_GROUP, date), adGroups, CAMPAIGNS);
    };
  }

  private static Figures[] adFigures(LocalDate date) {
    Figures[] figures = new Figures[ADS];
    for (int i = 0; i < ADS; i++) {
      long clicks = 1 + (i * 7L + date.toEpochDay() * 13L) % 40;
      figures[i] =
          new Figures(clicks * 310_000, clicks * 45, clicks, clicks * 40_000, clicks * 1_150_000);
    }
    return figures;
  }

  private static Figures[] summed(Figures[] children, List<Node> nodes, int parents) {
    Figures[] sums = new Figures[parents];
    java.util.Arrays.fill(sums, Figures.ZERO);
    for (Node node : nodes) {
      sums[node.parent()] = sums[node.parent()].plus(children[node.number()]);
    }
    return sums;
  }
}
