package io.adfleet.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncProgress;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** What is due of somebody's accounts at Google, what was asked for, and what ingest says of it. */
record Due(Person person) {

  static final String BIKES = "2000000001";

  /** No account's night is within an hour of it: 10:00 in Berlin, 01:00 in Los Angeles. */
  static final Instant MORNING = Instant.parse("2026-11-25T09:00:00Z");

  static final Duration INTERVAL = Duration.ofMinutes(15);

  /** Whatever was connected so far. */
  static void nothing() throws SQLException {
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      statement.execute("delete from schedule");
    }
  }

  Instant nightOf(String externalId) throws SQLException {
    return at("nightly_due", externalId);
  }

  Instant liveOf(String externalId) throws SQLException {
    return at("live_due", externalId);
  }

  private Instant at(String column, String externalId) throws SQLException {
    try (var superuser = RealParts.current().connect("postgres");
        var query =
            superuser.prepareStatement(
                "select " + column + " from schedule where account_id = ?")) {
      query.setObject(1, account(externalId));
      var rows = query.executeQuery();
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  void deny(String externalId) throws SQLException {
    update(
        "update ad_account set state = 'no_permission' where account_id = '"
            + account(externalId)
            + "'");
  }

  static void update(String sql) throws SQLException {
    try (var superuser = RealParts.current().connect("postgres");
        var statement = superuser.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  /** The kinds of a connection's jobs, the newest first. */
  List<String> jobs(UUID connection) {
    return told("/jobs?connection=" + connection, "items.kind");
  }

  UUID openJob(UUID connection, String kind) {
    return UUID.fromString(
        told(
            "/jobs?connection=" + connection,
            "items.find { it.kind == '" + kind + "' && it.state == 'queued' }.id"));
  }

  /** Says how a job ended, and waits until that is known. */
  void say(UUID job, String externalId, String state, Instant now) {
    boolean partial = state.equals("partial");
    TopicProbe.send(
        Topic.SYNC_PROGRESS,
        new SyncProgress(
            person.workspace(),
            account(externalId),
            job,
            state,
            partial ? 100 : 121,
            121,
            partial ? 21 : 0,
            partial ? "transient" : null,
            partial ? "broken" : null,
            null,
            null,
            now,
            1));
    Awaitility.await().until(() -> this.<String>told("/jobs/" + job, "state").equals(state));
  }

  /** The kinds of jobs the platform's service was asked for, in order, once there are enough. */
  List<String> asked(String externalId, int atLeast) {
    return requests(
            externalId,
            all ->
                all.stream().filter(one -> one.accountId().equals(account(externalId))).count()
                    >= atLeast)
        .stream()
        .map(SyncRequested::kind)
        .toList();
  }

  /** The dates of campaigns that jobs of a kind were asked for, in order; the newest is one. */
  List<String> campaigns(String externalId, String kind) {
    List<String> jobs = told("/jobs", "items.findAll { it.kind == '" + kind + "' }.id");
    return requests(
            externalId,
            all -> all.stream().anyMatch(one -> one.jobId().toString().equals(jobs.getFirst())))
        .stream()
        .filter(one -> one.kind().equals(kind))
        .flatMap(one -> one.wanted().stream())
        .filter(one -> one.report().equals("performance") && one.level().equals("campaign"))
        .map(one -> one.from() + " to " + one.to())
        .toList();
  }

  private List<SyncRequested> requests(
      String externalId, Predicate<List<SyncRequested>> condition) {
    return TopicProbe.await(Topic.SYNC_REQUESTED_GOOGLE, SyncRequested.class, condition).stream()
        .filter(one -> one.accountId().equals(account(externalId)))
        .toList();
  }

  private <T> T told(String path, String what) {
    return person
        .as(Role.VIEWER)
        .get(person.path(path))
        .then()
        .statusCode(200)
        .extract()
        .path(what);
  }

  private UUID account(String externalId) {
    return Ids.accountId(person.workspace(), "google", externalId);
  }
}
