package io.adfleet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.schedule.AskForDueJobs;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class ScheduleIT {

  private static final String BIKES = "2000000001";
  private static final String TEA = "2000000002";

  /** No account's night is within an hour of it: 10:00 in Berlin, 01:00 in Los Angeles. */
  private static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");

  private static final Duration INTERVAL = Duration.ofMinutes(15);

  @Inject AskForDueJobs ask;
  @Inject FakeClock clock;

  private final Person person = Person.somebody();

  /** What other tests connected is not due here, and what is doesn't depend on the hour. */
  @BeforeEach
  void nobodyElseIsDue() throws SQLException {
    clock.set(MORNING);
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      statement.execute("delete from schedule");
    }
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void aLiveReadingIsAskedForOnceAnInterval() {
    UUID connection = person.connect(BIKES);
    Instant soon = MORNING.plus(INTERVAL);
    assertThat(ask(soon)).isEqualTo(1);
    assertThat(ask(soon)).isZero();
    assertThat(asked(BIKES, 2)).containsExactly("backfill", "live");
    assertThat(ask(soon.plus(INTERVAL))).isEqualTo(1);
    assertThat(jobs(connection))
        .as("the first is still open")
        .containsExactlyInAnyOrder("backfill", "live");
  }

  @Test
  void replicasThatAskAtOnceClaimEachAccountOnce() {
    person.connect(BIKES, TEA, "2000000004");
    Instant soon = MORNING.plus(INTERVAL);
    int served =
        Uni.join()
            .all(at(soon), at(soon), at(soon), at(soon))
            .andFailFast()
            .await()
            .indefinitely()
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(served + all(soon)).isEqualTo(3);
  }

  @Test
  void theNightReadsAWeekAgainAndTriesDeniedAccounts() throws SQLException {
    person.connect(BIKES);
    deny(BIKES);
    Instant night = nightOf(BIKES);
    assertThat(ask(night.minusSeconds(1))).as("denied accounts wait").isZero();
    assertThat(ask(night)).isEqualTo(1);
    assertThat(asked(BIKES, 2)).containsExactly("backfill", "nightly");
    assertThat(nightOf(BIKES)).isAfter(night);
  }

  @Test
  void aConnectionWithoutConsentWaits() throws SQLException {
    UUID connection = person.connect(BIKES);
    update(
        "update connection set state = 'needs_reauth' where connection_id = '" + connection + "'");
    assertThat(ask(MORNING.plus(Duration.ofDays(1)))).isZero();
  }

  /** Two are claimed at once here. */
  @Test
  void theWorkspaceThatWaitedLongestComesFirst() throws SQLException {
    person.connect(BIKES, TEA, "2000000004");
    Instant soon = MORNING.plus(INTERVAL);
    assertThat(all(soon)).isEqualTo(3);
    Person later = Person.somebody();
    later.connect(BIKES);
    Instant next = soon.plus(INTERVAL);
    assertThat(ask(next)).isEqualTo(2);
    assertThat(dueAt(later, BIKES)).as("served before the second of the other").isAfter(next);
    assertThat(all(next)).isEqualTo(2);
  }

  @Test
  void theNightCompletesAHistoryThatEndedBadly() throws SQLException {
    UUID connection = person.connect(BIKES);
    say(openJob(connection, "backfill"), "partial");
    ask(nightOf(BIKES));
    assertThat(asked(BIKES, 4)).containsExactly("backfill", "nightly", "backfill", "live");
  }

  @Test
  void oneThrottledAccountDoesNotHoldUpItsConnection() throws SQLException {
    UUID connection = person.connect(BIKES, TEA);
    update(
        "update connection set state = 'rate_limited', retry_at = '2026-11-26T09:00:00Z'"
            + " where connection_id = '"
            + connection
            + "'");
    assertThat(all(MORNING.plus(INTERVAL))).isEqualTo(2);
    assertThat(asked(TEA, 2)).containsExactly("backfill", "live");
  }

  @Test
  void whatAConnectionWithoutConsentMissedIsReadOnceItIsRenewed() throws SQLException {
    UUID connection = person.connect(BIKES);
    say(openJob(connection, "backfill"), "succeeded");
    update(
        "update connection set state = 'needs_reauth' where connection_id = '" + connection + "'");
    clock.advance(Duration.ofDays(20));
    assertThat(person.connect()).isEqualTo(connection);
    assertThat(campaigns("now")).containsExactly("2026-11-19 to 2026-12-15");
    assertThat(jobs(connection)).as("its history is read").containsExactly("now", "backfill");
  }

  @Test
  void whatAStandstillMissedIsReadOnceByTheNextNight() throws SQLException {
    UUID connection = person.connect(BIKES);
    say(openJob(connection, "backfill"), "succeeded");
    clock.set(nightOf(BIKES).plus(Duration.ofDays(10)));
    ask(clock.instant());
    assertThat(campaigns("nightly")).containsExactly("2026-11-19 to 2026-12-06");
    say(openJob(connection, "nightly"), "partial");
    clock.set(nightOf(BIKES));
    ask(clock.instant());
    say(openJob(connection, "nightly"), "succeeded");
    clock.set(nightOf(BIKES));
    ask(clock.instant());
    assertThat(campaigns("nightly"))
        .containsExactly(
            "2026-11-19 to 2026-12-06", "2026-11-19 to 2026-12-07", "2026-12-01 to 2026-12-08");
  }

  @Test
  void anAccountThatIsConnectedAgainIsReadFromItsStart() {
    UUID first = person.connect(BIKES);
    say(openJob(first, "backfill"), "succeeded");
    person.as(Role.ADMIN).delete(person.path("/connections/" + first)).then().statusCode(204);
    clock.advance(Duration.ofDays(30));
    UUID second = person.connect(BIKES);
    assertThat(jobs(second)).containsExactly("backfill");
    assertThat(campaigns("backfill"))
        .containsExactly("2026-08-28 to 2026-11-25", "2026-09-27 to 2026-12-25");
    say(openJob(second, "backfill"), "succeeded");
    person.choose(second, BIKES).then().statusCode(200);
    assertThat(jobs(second)).containsExactly("backfill");
  }

  private UUID openJob(UUID connection, String kind) {
    return UUID.fromString(
        person
            .as(Role.VIEWER)
            .get(person.path("/jobs?connection=" + connection))
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.kind == '" + kind + "' && it.state == 'queued' }.id"));
  }

  private void say(UUID job, String state) {
    boolean partial = state.equals("partial");
    TopicProbe.send(
        Topic.SYNC_PROGRESS,
        new SyncProgress(
            person.workspace(),
            Ids.accountId(person.workspace(), "google", BIKES),
            job,
            state,
            partial ? 100 : 121,
            121,
            partial ? 21 : 0,
            partial ? "transient" : null,
            partial ? "broken" : null,
            null,
            null,
            clock.instant(),
            1));
    Awaitility.await()
        .until(() ->
            person
                .as(Role.VIEWER)
                .get(person.path("/jobs/" + job))
                .then()
                .extract()
                .<String>path("state")
                .equals(state));
  }

  /** The dates of campaigns that jobs of a kind were asked for, in order; the newest is one. */
  private List<String> campaigns(String kind) {
    UUID account = Ids.accountId(person.workspace(), "google", BIKES);
    List<String> jobs =
        person
            .as(Role.VIEWER)
            .get(person.path("/jobs"))
            .then()
            .extract()
            .path("items.findAll { it.kind == '" + kind + "' }.id");
    return TopicProbe.await(
            Topic.SYNC_REQUESTED_GOOGLE,
            SyncRequested.class,
            all -> all.stream().anyMatch(one -> one.jobId().toString().equals(jobs.getFirst())))
        .stream()
        .filter(one -> one.accountId().equals(account) && one.kind().equals(kind))
        .flatMap(one -> one.wanted().stream())
        .filter(one -> one.report().equals("performance") && one.level().equals("campaign"))
        .map(one -> one.from() + " to " + one.to())
        .toList();
  }

  private int all(Instant now) {
    int served = ask(now);
    return served == 0 ? 0 : served + all(now);
  }

  private int ask(Instant now) {
    return at(now).await().indefinitely();
  }

  private Uni<Integer> at(Instant now) {
    return ask.ask(new Moment(now, null));
  }

  private List<String> jobs(UUID connection) {
    return person
        .as(Role.VIEWER)
        .get(person.path("/jobs?connection=" + connection))
        .then()
        .statusCode(200)
        .extract()
        .path("items.kind");
  }

  /** The kinds of jobs the platform's service was asked for, in order, once there are enough. */
  private List<String> asked(String externalId, int atLeast) {
    UUID account = Ids.accountId(person.workspace(), "google", externalId);
    return TopicProbe.await(
            Topic.SYNC_REQUESTED_GOOGLE,
            SyncRequested.class,
            all -> all.stream().filter(one -> one.accountId().equals(account)).count() >= atLeast)
        .stream()
        .filter(one -> one.accountId().equals(account))
        .map(SyncRequested::kind)
        .toList();
  }

  private void deny(String externalId) throws SQLException {
    update(
        "update ad_account set state = 'no_permission' where account_id = '"
            + Ids.accountId(person.workspace(), "google", externalId)
            + "'");
  }

  private Instant nightOf(String externalId) throws SQLException {
    return due("nightly_due", person, externalId);
  }

  private static Instant dueAt(Person whose, String externalId) throws SQLException {
    return due("live_due", whose, externalId);
  }

  private static Instant due(String column, Person whose, String externalId) throws SQLException {
    try (var superuser = RealParts.current().connect("postgres");
        var query =
            superuser.prepareStatement(
                "select " + column + " from schedule where account_id = ?")) {
      query.setObject(1, Ids.accountId(whose.workspace(), "google", externalId));
      var rows = query.executeQuery();
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static void update(String sql) throws SQLException {
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
