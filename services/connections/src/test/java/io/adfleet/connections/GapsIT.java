package io.adfleet.connections;

import static io.adfleet.connections.Due.BIKES;
import static io.adfleet.connections.Due.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.schedule.AskForDueJobs;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody read for days is read afterwards. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class GapsIT {

  @Inject AskForDueJobs ask;
  @Inject FakeClock clock;

  private final Person person = Person.somebody();
  private final Due due = new Due(person);

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
  void whatAConnectionWithoutConsentMissedIsReadOnceItIsRenewed() throws SQLException {
    UUID connection = person.connect(BIKES);
    due.say(due.openJob(connection, "backfill"), BIKES, "succeeded", clock.instant());
    Due.update(
        "update connection set state = 'needs_reauth' where connection_id = '" + connection + "'");
    clock.advance(Duration.ofDays(20));
    assertThat(person.connect()).isEqualTo(connection);
    assertThat(due.campaigns(BIKES, "now")).containsExactly("2026-11-19 to 2026-12-15");
    assertThat(due.jobs(connection)).as("its history is read").containsExactly("now", "backfill");
  }

  @Test
  void whatAStandstillMissedIsReadOnceByTheNextNight() throws SQLException {
    UUID connection = person.connect(BIKES);
    due.say(due.openJob(connection, "backfill"), BIKES, "succeeded", clock.instant());
    clock.set(due.nightOf(BIKES).plus(Duration.ofDays(10)));
    ask();
    assertThat(due.campaigns(BIKES, "nightly")).containsExactly("2026-11-19 to 2026-12-06");
    due.say(due.openJob(connection, "nightly"), BIKES, "partial", clock.instant());
    clock.set(due.nightOf(BIKES));
    ask();
    due.say(due.openJob(connection, "nightly"), BIKES, "succeeded", clock.instant());
    clock.set(due.nightOf(BIKES));
    ask();
    assertThat(due.campaigns(BIKES, "nightly"))
        .containsExactly(
            "2026-11-19 to 2026-12-06", "2026-11-19 to 2026-12-07", "2026-12-01 to 2026-12-08");
  }

  @Test
  void anAccountThatIsConnectedAgainIsReadFromItsStart() {
    UUID first = person.connect(BIKES);
    due.say(due.openJob(first, "backfill"), BIKES, "succeeded", clock.instant());
    person.as(Role.ADMIN).delete(person.path("/connections/" + first)).then().statusCode(204);
    clock.advance(Duration.ofDays(30));
    UUID second = person.connect(BIKES);
    assertThat(due.jobs(second)).containsExactly("backfill");
    assertThat(due.campaigns(BIKES, "backfill"))
        .containsExactly("2026-08-28 to 2026-11-25", "2026-09-27 to 2026-12-25");
    due.say(due.openJob(second, "backfill"), BIKES, "succeeded", clock.instant());
    person.choose(second, BIKES).then().statusCode(200);
    assertThat(due.jobs(second)).containsExactly("backfill");
  }

  private void ask() {
    ask.ask(new Moment(clock.instant(), null)).await().indefinitely();
  }
}
