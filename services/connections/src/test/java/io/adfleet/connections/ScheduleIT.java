package io.adfleet.connections;

import static io.adfleet.connections.Due.BIKES;
import static io.adfleet.connections.Due.INTERVAL;
import static io.adfleet.connections.Due.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.schedule.AskForDueJobs;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class ScheduleIT {

  private static final String TEA = "2000000002";

  @Inject AskForDueJobs ask;
  @Inject FakeClock clock;

  private final Person person = Person.somebody();
  private final Due due = new Due(person);

  /** What other tests connected is not due here, and what is doesn't depend on the hour. */
  @BeforeEach
  void nobodyElseIsDue() throws SQLException {
    clock.set(MORNING);
    Due.nothing();
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
    assertThat(due.asked(BIKES, 2)).containsExactly("backfill", "live");
    assertThat(ask(soon.plus(INTERVAL))).isEqualTo(1);
    assertThat(due.jobs(connection))
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
    due.deny(BIKES);
    Instant night = due.nightOf(BIKES);
    assertThat(ask(night.minusSeconds(1))).as("denied accounts wait").isZero();
    assertThat(ask(night)).isEqualTo(1);
    assertThat(due.asked(BIKES, 2)).containsExactly("backfill", "nightly");
    assertThat(due.nightOf(BIKES)).isAfter(night);
  }

  @Test
  void aConnectionWithoutConsentWaits() throws SQLException {
    UUID connection = person.connect(BIKES);
    Due.update(
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
    assertThat(new Due(later).liveOf(BIKES))
        .as("served before the second of the other")
        .isAfter(next);
    assertThat(all(next)).isEqualTo(2);
  }

  @Test
  void theNightCompletesAHistoryThatEndedBadly() throws SQLException {
    UUID connection = person.connect(BIKES);
    due.say(due.openJob(connection, "backfill"), BIKES, "partial", clock.instant());
    ask(due.nightOf(BIKES));
    assertThat(due.asked(BIKES, 4)).containsExactly("backfill", "nightly", "backfill", "live");
  }

  @Test
  void oneThrottledAccountDoesNotHoldUpItsConnection() throws SQLException {
    UUID connection = person.connect(BIKES, TEA);
    Due.update(
        "update connection set state = 'rate_limited', retry_at = '2026-11-26T09:00:00Z'"
            + " where connection_id = '"
            + connection
            + "'");
    assertThat(all(MORNING.plus(INTERVAL))).isEqualTo(2);
    assertThat(due.asked(TEA, 2)).containsExactly("backfill", "live");
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
}
