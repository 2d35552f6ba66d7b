package io.adfleet.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.connections.connection.WakeRestedConnections;
import io.adfleet.connections.job.ForgetJobs;
import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class JobsIT {

  private static final String BIKES = "2000000001";

  @Inject WakeRestedConnections wake;
  @Inject ForgetJobs forget;

  private final Person person = Person.somebody();
  private final UUID account = Ids.accountId(person.workspace(), "google", BIKES);

  @Test
  void aJobMovesByWhatIngestSaysNewestFirst() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    show(job)
        .body("state", equalTo("queued"))
        .body("slices.done", equalTo(0))
        .body("slices.of", equalTo(121));

    say(job, "running", 40, 0, null, 2);
    awaitState(job, "running");
    show(job).body("slices.done", equalTo(40)).body("started_at", notNullValue());

    say(job, "running", 10, 0, null, 1);
    say(job, "succeeded", 121, 0, null, 3);
    awaitState(job, "succeeded");
    show(job)
        .body("slices.done", equalTo(121))
        .body("finished_at", notNullValue())
        .body("errors", hasSize(0));
    connections().body("items[0].last_sync", notNullValue());
  }

  @Test
  void aPartialJobKeepsWhatItMet() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    say(job, "partial", 120, 1, "refused_slice", 1);
    awaitState(job, "partial");
    show(job)
        .body("slices.failed", equalTo(1))
        .body("errors", hasSize(1))
        .body("errors[0].kind", equalTo("refused_slice"))
        .body("errors[0].slice", containsString("performance"))
        .body("errors[0].sentence", equalTo("what happened"));
    person
        .as(Role.VIEWER)
        .get(person.path("/jobs?state=partial&connection=" + connection))
        .then()
        .body("items", hasSize(1));
    person.as(Role.VIEWER).get(person.path("/jobs?state=failed")).then().body("items", hasSize(0));
  }

  @Test
  void everySliceThatWasGivenUpIsKeptOnce() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    meet(job, "running", "performance/campaign/2026-11-24", 1);
    meet(job, "running", "performance/campaign/2026-11-23", 2);
    meet(job, "running", "performance/campaign/2026-11-24", 3);
    meet(job, "partial", "performance/campaign/2026-11-24", 4);
    awaitState(job, "partial");
    show(job)
        .body(
            "errors.slice",
            equalTo(List.of("performance/campaign/2026-11-23", "performance/campaign/2026-11-24")));
  }

  @Test
  void aWaitThatIsSaidAgainIsKeptOnce() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    Instant until = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
    for (int version = 1; version <= 3; version++) {
      TopicProbe.send(
          Topic.SYNC_PROGRESS,
          met(job, "running", 0, "rate_limited", null, until.plusSeconds(version), version));
    }
    say(job, "running", 40, 0, null, 4);
    await().until(() -> show(job).extract().<Integer>path("slices.done") == 40);
    show(job).body("errors", hasSize(1));
  }

  @Test
  void jobsArePagedNewestFirst() {
    UUID connection = person.connect(BIKES, "2000000002", "2000000004");
    String cursor =
        person
            .as(Role.VIEWER)
            .get(person.path("/jobs?limit=2&connection=" + connection))
            .then()
            .body("items", hasSize(2))
            .extract()
            .path("next_cursor");
    person
        .as(Role.VIEWER)
        .get(person.path("/jobs?limit=2&cursor=" + cursor))
        .then()
        .body("items", hasSize(1))
        .body("next_cursor", nullValue());
  }

  @Test
  void syncNowAsksOnceWhileItIsOpen() {
    UUID connection = person.connect(BIKES);
    String first = sync(connection);
    assertThat(sync(connection)).isEqualTo(first);
    say(UUID.fromString(first), "succeeded", 30, 0, null, 1);
    awaitState(UUID.fromString(first), "succeeded");
    assertThat(sync(connection)).isNotEqualTo(first);
    person
        .as(Role.VIEWER)
        .post(person.path("/connections/" + connection + "/sync"))
        .then()
        .statusCode(403);
  }

  @Test
  void syncNowWithoutChosenAccountsSaysSo() {
    person
        .sync(person.connect())
        .then()
        .statusCode(409)
        .body("type", endsWith("no_accounts_chosen"));
  }

  @Test
  void theTraceOfSyncNowGoesWithTheRequest() {
    UUID connection = person.connect(BIKES);
    String trace = UUID.randomUUID().toString().replace("-", "");
    person
        .as(Role.ANALYST)
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .post(person.path("/connections/" + connection + "/sync"))
        .then()
        .statusCode(202);
    List<ConsumerRecord<String, byte[]>> said =
        TopicProbe.awaitRecords(
            Topic.SYNC_REQUESTED_GOOGLE, all -> all.stream().anyMatch(r -> in(r, trace)));
    assertThat(said.stream().filter(r -> in(r, trace))).hasSize(1);
  }

  @Test
  void aDeniedAccountSaysSoAndASuccessHealsIt() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    say(job, "failed", 0, 121, "no_permission", 1);
    AccountState denied = awaitSaid("no_permission", "active");
    assertThat(denied.sentence()).contains("Give them access");
    accounts(connection).body(bikes() + ".state", equalTo("no_permission"));

    UUID now = UUID.fromString(sync(connection));
    say(now, "succeeded", 30, 0, null, 1);
    awaitState(now, "succeeded");
    accounts(connection)
        .body(bikes() + ".state", equalTo("active"))
        .body(bikes() + ".sentence", nullValue());
  }

  @Test
  void aRateLimitHealsByItself() {
    UUID connection = person.connect(BIKES);
    UUID job = jobOf(connection, "backfill");
    Instant until = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
    TopicProbe.send(Topic.SYNC_PROGRESS, progress(job, "running", 3, 0, "rate_limited", until, 1));
    awaitSaid("active", "rate_limited");
    connections()
        .body("items[0].state", equalTo("rate_limited"))
        .body("items[0].sentence", containsString(until.toString()))
        .body("items[0].next_sync", equalTo(until.toString()));
    wake.wake(new Moment(until.minusSeconds(1), null)).await().indefinitely();
    connections().body("items[0].state", equalTo("rate_limited"));
    wake.wake(new Moment(until, null)).await().indefinitely();
    connections().body("items[0].state", equalTo("active")).body("items[0].sentence", nullValue());
  }

  @Test
  void whatEndedLongAgoIsForgottenButNotTheNewestBackfill() {
    UUID connection = person.connect(BIKES);
    UUID backfill = jobOf(connection, "backfill");
    say(backfill, "partial", 100, 21, "permanent", 1);
    awaitState(backfill, "partial");
    UUID ended = UUID.fromString(sync(connection));
    say(ended, "partial", 20, 1, "permanent", 1);
    awaitState(ended, "partial");
    UUID open = UUID.fromString(sync(connection));
    Instant now = Instant.now();

    forget.forget(now.plus(Duration.ofDays(29))).await().indefinitely();
    show(ended).body("errors", hasSize(1));
    forget.forget(now.plus(Duration.ofDays(31))).await().indefinitely();

    person.as(Role.VIEWER).get(person.path("/jobs/" + ended)).then().statusCode(404);
    show(open).body("state", equalTo("queued"));
    show(backfill).body("errors", hasSize(1));
    assertThat(errorsOf(ended)).isZero();
  }

  private static int errorsOf(UUID job) {
    try (var superuser = RealParts.current().connect("postgres");
        var query = superuser.prepareStatement("select count(*) from job_error where job_id = ?")) {
      query.setObject(1, job);
      var rows = query.executeQuery();
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherWorkspaceSeesNoJob() {
    UUID job = jobOf(person.connect(BIKES), "backfill");
    Person stranger = Person.somebody();
    stranger.as(Role.OWNER).get(stranger.path("/jobs/" + job)).then().statusCode(404);
    stranger.as(Role.OWNER).get(stranger.path("/jobs")).then().body("items", hasSize(0));
  }

  private UUID jobOf(UUID connection, String kind) {
    return UUID.fromString(
        person
            .as(Role.VIEWER)
            .get(person.path("/jobs?connection=" + connection))
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.kind == '" + kind + "' }.id"));
  }

  private String sync(UUID connection) {
    return person
        .sync(connection)
        .then()
        .statusCode(202)
        .body("jobs", hasSize(1))
        .body("jobs[0].kind", equalTo("now"))
        .body("jobs[0].account_id", equalTo(account.toString()))
        .extract()
        .path("jobs[0].id");
  }

  private ValidatableResponse show(UUID job) {
    return person.as(Role.VIEWER).get(person.path("/jobs/" + job)).then().statusCode(200);
  }

  private ValidatableResponse connections() {
    return person.as(Role.VIEWER).get(person.path("/connections")).then().statusCode(200);
  }

  private ValidatableResponse accounts(UUID connection) {
    return person
        .as(Role.VIEWER)
        .get(person.path("/connections/" + connection + "/accounts"))
        .then()
        .statusCode(200);
  }

  private static String bikes() {
    return "items.find { it.external_id == '" + BIKES + "' }";
  }

  private void awaitState(UUID job, String state) {
    await().until(() -> show(job).extract().<String>path("state").equals(state));
  }

  private AccountState awaitSaid(String state, String connectionState) {
    return TopicProbe.await(
            Topic.ACCOUNTS,
            AccountState.class,
            all -> all.stream().anyMatch(one -> is(one, state, connectionState)))
        .stream()
        .filter(one -> is(one, state, connectionState))
        .findFirst()
        .orElseThrow();
  }

  private boolean is(AccountState one, String state, String connectionState) {
    return one.accountId().equals(account)
        && one.state().equals(state)
        && one.connectionState().equals(connectionState);
  }

  private static boolean in(ConsumerRecord<String, byte[]> record, String trace) {
    String traceparent = TopicProbe.header(record, "traceparent");
    return traceparent != null && traceparent.contains(trace);
  }

  private void say(
      UUID job, String state, int done, int failed, @Nullable String failure, long version) {
    TopicProbe.send(
        Topic.SYNC_PROGRESS, progress(job, state, done, failed, failure, null, version));
  }

  private void meet(UUID job, String state, String slice, long version) {
    TopicProbe.send(Topic.SYNC_PROGRESS, met(job, state, 2, "permanent", slice, null, version));
  }

  private SyncProgress progress(
      UUID job,
      String state,
      int done,
      int failed,
      @Nullable String failure,
      @Nullable Instant retryAt,
      long version) {
    String slice = failure == null ? null : account + "|performance|campaign|2026-11-24";
    return met(job, state, done, failed, failure, slice, retryAt, version);
  }

  private SyncProgress met(
      UUID job,
      String state,
      int failed,
      @Nullable String failure,
      @Nullable String slice,
      @Nullable Instant retryAt,
      long version) {
    return met(job, state, 0, failed, failure, slice, retryAt, version);
  }

  private SyncProgress met(
      UUID job,
      String state,
      int done,
      int failed,
      @Nullable String failure,
      @Nullable String slice,
      @Nullable Instant retryAt,
      long version) {
    return new SyncProgress(
        person.workspace(),
        account,
        job,
        state,
        done,
        121,
        failed,
        failure,
        failure == null ? null : "what happened",
        slice,
        retryAt,
        Instant.now(),
        version);
  }
}
