package io.adfleet.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.link.ListAccountsAgain;
import io.adfleet.connections.link.ListAccountsJob;
import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.SyncRequested.Wanted;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class AccountsIT {

  private static final String BIKES = "2000000001";
  private static final String TEA = "2000000002";

  @Inject Feed feed;
  @Inject ConnectionStore connections;
  @Inject ListAccountsAgain list;
  @Inject ListAccountsJob listing;

  private final Person person = Person.somebody();

  @Test
  void listsTheTreeBelowEveryRootWithManagersMarked() {
    UUID connection = person.connect();
    person
        .as(Role.VIEWER)
        .get(person.path("/connections/" + connection + "/accounts"))
        .then()
        .statusCode(200)
        .body("items", hasSize(7))
        .body("items.findAll { it.manager }.external_id", hasItems("1000000001", "1000000002"))
        .body(account(TEA) + ".parent_external_id", equalTo("1000000002"))
        .body(account(TEA) + ".currency", equalTo("USD"))
        .body(account(TEA) + ".zone", equalTo("America/Los_Angeles"))
        .body(account(TEA) + ".connected", equalTo(false))
        .body(account("1000000002") + ".parent_external_id", equalTo("1000000001"))
        .body(account("1000000001") + ".parent_external_id", nullValue())
        .body(account("2000000003") + ".state", equalTo("disabled"))
        .body(account("2000000003") + ".sentence", containsString("Enable it"))
        .body(account("2000000005") + ".state", equalTo("no_permission"))
        .body(account("2000000005") + ".currency", nullValue())
        .body(account("2000000004") + ".currency", equalTo("JPY"));
  }

  @Test
  void choosingAccountsSaysTheirStateAndAsksForTheirHistory() {
    UUID connection = person.connect();
    person
        .choose(connection, BIKES, TEA)
        .then()
        .statusCode(200)
        .body(account(BIKES) + ".connected", equalTo(true))
        .body(account(BIKES) + ".account_id", equalTo(id(BIKES).toString()));

    AccountState said = said(BIKES, 1);
    assertThat(said.connectionId()).isEqualTo(connection);
    assertThat(said.loginCustomerId()).isEqualTo("1000000001");
    assertThat(said.name()).isEqualTo("Bike shop");
    assertThat(said.state()).isEqualTo("active");
    assertThat(said.connectionState()).isEqualTo("active");
    assertThat(said.sentence()).isNull();
    assertThat(said.removed()).isFalse();

    SyncRequested asked = asked(BIKES, "backfill").getFirst();
    assertThat(asked.externalId()).isEqualTo(BIKES);
    assertThat(asked.zone()).isEqualTo("Europe/Berlin");
    assertThat(asked.wanted()).extracting(Wanted::report).contains("structure", "performance");
    Wanted campaigns =
        asked.wanted().stream()
            .filter(w -> w.report().equals("performance") && w.level().equals("campaign"))
            .findFirst()
            .orElseThrow();
    assertThat(campaigns.from()).isEqualTo(campaigns.to().minusDays(89));
    assertThat(said.historyFrom()).isEqualTo(campaigns.from());

    person
        .as(Role.VIEWER)
        .get(person.path("/connections"))
        .then()
        .body("items[0].state", equalTo("active"))
        .body("items[0].sentence", nullValue())
        .body("items[0].accounts", equalTo(2));
  }

  @Test
  void choosingTwiceAsksOnce() {
    UUID connection = person.connect(BIKES);
    person.choose(connection, BIKES).then().statusCode(200);
    person.choose(connection, BIKES, TEA).then().statusCode(200);
    asked(TEA, "backfill");
    assertThat(asked(BIKES, "backfill")).hasSize(1);
  }

  @Test
  void whatCannotBeChosenIsNamedAndNothingIsConnected() {
    UUID connection = person.connect();
    person
        .choose(connection, BIKES, "1000000001", "9999999999")
        .then()
        .statusCode(422)
        .body("errors", hasSize(2))
        .body("errors[0].field", equalTo("account_ids"))
        .body(
            "errors.reason", hasItems(containsString("1000000001"), containsString("9999999999")));
    person.choose(connection).then().statusCode(422);
    person
        .as(Role.ADMIN)
        .post(person.path("/connections/" + connection + "/accounts"))
        .then()
        .statusCode(422);
    person
        .as(Role.VIEWER)
        .get(person.path("/connections"))
        .then()
        .body("items[0].accounts", equalTo(0));
  }

  @Test
  void anAccountThatCannotBeReadKeepsItsSentenceAndIsTriedAllTheSame() {
    UUID connection = person.connect("2000000005");
    AccountState said = said("2000000005", 1);
    assertThat(said.connectionId()).isEqualTo(connection);
    assertThat(said.state()).isEqualTo("no_permission");
    assertThat(said.sentence()).contains("Give them access");
    assertThat(asked("2000000005", "backfill")).hasSize(1);
  }

  @Test
  void listingAgainLearnsWhatWasUnknownAndHasItRead() throws Exception {
    UUID connection = person.connect(BIKES);
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      statement.executeUpdate(
          "update ad_account set currency = 'XXX', name = 'Account "
              + BIKES
              + "'"
              + " where account_id = '"
              + id(BIKES)
              + "'");
    }
    Moment tomorrow = new Moment(Instant.now().plus(Duration.ofDays(1)), null);
    List<Connection> claimed =
        feed.inTransaction(c ->
                connections.claimToList(
                    c, tomorrow.now(), Instant.now().plusSeconds(1), Instant.EPOCH, 1_000))
            .await()
            .indefinitely();
    Connection ours =
        claimed.stream().filter(one -> one.id().equals(connection)).findFirst().orElseThrow();
    list.list(ours, tomorrow).await().indefinitely();
    AccountState said = said(BIKES, 2);
    assertThat(said.currency()).isEqualTo("EUR");
    assertThat(said.name()).isEqualTo("Bike shop");
    assertThat(asked(BIKES, "now")).hasSize(1);
  }

  @Test
  void whatCannotBeReadBeforeItIsListedComesFirst() throws Exception {
    person.connect(TEA);
    Person other = Person.somebody();
    UUID opened = other.connect(BIKES);
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      statement.executeUpdate(
          "update ad_account set currency = 'XXX' where connection_id = '" + opened + "'");
    }
    Instant soon = Instant.now().plusSeconds(1);
    List<Connection> claimed =
        feed.inTransaction(c -> connections.claimToList(c, Instant.now(), soon, soon, 1))
            .await()
            .indefinitely();
    assertThat(claimed).extracting(Connection::id).containsExactly(opened);
    list.list(claimed.getFirst(), new Moment(Instant.now(), null)).await().indefinitely();
  }

  @Test
  void everyConnectionThatIsDueIsListedInOneGo() throws Exception {
    for (int i = 0; i < 6; i++) {
      Person.somebody().connect(TEA);
    }
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      statement.executeUpdate("update connection set reached_at = now() - interval '2 days'");
      listing.tick().await().indefinitely();
      try (var due =
          statement.executeQuery(
              "select count(*) from connection where state = 'active' and removed_at is null"
                  + " and reached_at < now() - interval '1 day'")) {
        due.next();
        assertThat(due.getInt(1)).isZero();
      }
    }
  }

  @Test
  void anotherWorkspaceFindsNothing() {
    UUID connection = person.connect(BIKES);
    Person stranger = Person.somebody();
    for (String path : List.of("/accounts", "/sync", "")) {
      var asked = stranger.as(Role.OWNER);
      String url = stranger.path("/connections/" + connection + path);
      (path.isEmpty() ? asked.delete(url) : path.equals("/sync") ? asked.post(url) : asked.get(url))
          .then()
          .statusCode(404)
          .body("detail", equalTo("There is no such thing, or it isn't yours."));
    }
    stranger.choose(connection, BIKES).then().statusCode(404);
    stranger.as(Role.OWNER).get(person.path("/connections")).then().statusCode(404);
    stranger.as(Role.OWNER).get(stranger.path("/connections")).then().body("items", hasSize(0));
  }

  @Test
  void partingRevokesDestroysAndSaysRemoved() throws Exception {
    UUID connection = person.connect(BIKES);
    person
        .as(Role.ANALYST)
        .delete(person.path("/connections/" + connection))
        .then()
        .statusCode(403);
    person.as(Role.ADMIN).delete(person.path("/connections/" + connection)).then().statusCode(204);
    AccountState said = said(BIKES, 2);
    assertThat(said.removed()).isTrue();
    person.as(Role.VIEWER).get(person.path("/connections")).then().body("items", hasSize(0));
    person
        .as(Role.VIEWER)
        .get(person.path("/jobs"))
        .then()
        .body("items[0].state", equalTo("cancelled"));
    person.sync(connection).then().statusCode(404);
    try (var superuser = RealParts.current().connect("postgres");
        var query =
            superuser.prepareStatement("select 1 from credential where connection_id = ?")) {
      query.setObject(1, connection);
      assertThat(query.executeQuery().next()).isFalse();
    }
  }

  @Test
  void anAccountThatIsConnectedAgainKeepsItsIdAndRisesInVersion() {
    UUID first = person.connect(BIKES);
    person.as(Role.ADMIN).delete(person.path("/connections/" + first)).then().statusCode(204);
    UUID second = person.connect(BIKES);
    assertThat(second).isNotEqualTo(first);
    AccountState said = said(BIKES, 3);
    assertThat(said.removed()).isFalse();
    assertThat(said.connectionId()).isEqualTo(second);
    assertThat(said.accountId()).isEqualTo(id(BIKES));
    assertThat(asked(BIKES, "backfill")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of("service_heartbeat", "fleet_freshness"));
  }

  @Test
  void pagesAreCheckedForSense() {
    person
        .as(Role.VIEWER)
        .get(person.path("/connections?limit=0"))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("limit"));
    person
        .as(Role.VIEWER)
        .get(person.path("/jobs?state=sleeping"))
        .then()
        .statusCode(422)
        .body("type", endsWith("invalid"));
  }

  private AccountState said(String externalId, long version) {
    return TopicProbe.await(
            Topic.ACCOUNTS,
            AccountState.class,
            all -> all.stream().anyMatch(a -> ours(a, externalId) && a.version() == version))
        .stream()
        .filter(a -> ours(a, externalId) && a.version() == version)
        .findFirst()
        .orElseThrow();
  }

  private boolean ours(AccountState state, String externalId) {
    return state.accountId().equals(id(externalId));
  }

  private List<SyncRequested> asked(String externalId, String kind) {
    return TopicProbe.await(
            Topic.SYNC_REQUESTED_GOOGLE,
            SyncRequested.class,
            all -> all.stream().anyMatch(one -> ours(one, externalId, kind)))
        .stream()
        .filter(one -> ours(one, externalId, kind))
        .toList();
  }

  private boolean ours(SyncRequested asked, String externalId, String kind) {
    return asked.accountId().equals(id(externalId)) && asked.kind().equals(kind);
  }

  private UUID id(String externalId) {
    return Ids.accountId(person.workspace(), "google", externalId);
  }

  private static String account(String externalId) {
    return "items.find { it.external_id == '" + externalId + "' }";
  }
}
