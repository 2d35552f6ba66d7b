package io.adfleet.dashboard.readmodel;

import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class FoldSlotsIT {

  private static final String DATE = "2026-11-20";
  private static final String ONE_O_CLOCK = "2026-11-22T00:00:00Z";

  @Inject FakeClock clock;
  @Inject FoldSlots foldSlots;

  private final Fleet fleet = new Fleet("EUR", "Europe/Berlin");
  private final Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");

  @BeforeEach
  void aDateOfTwoCampaignsWasRead() {
    clock.set(Instant.parse("2026-11-21T23:59:00Z"));
    google.slot("1", DATE, "2026-11-20T08:00:00Z", "reading", spending("1"));
    google.slot("1", DATE, "2026-11-20T08:15:00Z", "reading", spending("3"));
    google.slot("1", DATE, "2026-11-20T08:45:00Z", "reading", spending("2.5"));
    google.slot("1", DATE, "2026-11-20T09:00:00Z", "reading", spending("4"));
    google.slot("2", DATE, "2026-11-20T08:15:00Z", "reading", spending("10"));
    google.slot("2", DATE, "2026-11-20T08:30:00Z", "reading", spending("20"));
    fleet.say();
  }

  @Test
  void foldsAtOneOClockAndNoTotalChanges() throws SQLException {
    List<String> quarters =
        List.of(
            "08:00 1000000", "08:15 12000000", "08:30 10000000", "08:45 -500000", "09:00 1500000");
    assertThat(slots()).containsExactlyElementsOf(quarters);
    fold("2026-11-21T23:59:00Z");
    assertThat(slots()).as("00:59 of the account's clock").containsExactlyElementsOf(quarters);

    fold(ONE_O_CLOCK);
    List<String> hours = List.of("08:30 20000000", "08:45 2500000", "09:00 1500000");
    assertThat(slots()).containsExactlyElementsOf(hours);
    fold(ONE_O_CLOCK);
    assertThat(slots()).containsExactlyElementsOf(hours);

    google.slot("1", DATE, "2026-11-20T22:45:00Z", "reading", spending("9"));
    fleet.say();
    assertThat(slots()).contains("22:45 5000000").hasSize(4);

    fold("2027-03-01T00:00:00Z");
    assertThat(slots()).as("after a hundred days").isEmpty();
  }

  @Test
  void waitsForWhoeverKeepsSlotsOfTheAccount() throws SQLException {
    clock.set(Instant.parse(ONE_O_CLOCK));
    CompletableFuture<Void> folded;
    try (Connection keeping = RealParts.current().connect("feed")) {
      keeping.setAutoCommit(false);
      update(
          keeping,
          "select pg_advisory_xact_lock(hashtextextended(?::text || ?::text, 1))",
          fleet.workspace,
          google.id);
      folded = foldSlots.fold().subscribeAsCompletionStage();
      Awaitility.await().until(() -> waiting(keeping) > 0);
      assertThat(folded).isNotDone();
      update(
          keeping,
          """
          update campaign_slot set spend = 7000000, version = 2
           where workspace_id = ? and account_id = ? and slot = '2026-11-20T09:00:00Z'
          """,
          fleet.workspace,
          google.id);
      keeping.commit();
    }
    assertThat(folded).succeedsWithin(Duration.ofSeconds(30));
    assertThat(slots()).containsExactly("08:30 20000000", "08:45 2500000", "09:00 4500000");
  }

  private void fold(String now) {
    clock.set(Instant.parse(now));
    foldSlots.fold().await().atMost(Duration.ofSeconds(30));
  }

  private static void update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }

  private static int waiting(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                select count(*) from pg_locks
                 where locktype = 'advisory' and not granted
                   and database = (select oid from pg_database where datname = current_database())
                """);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** What came to the account in each of its slots. */
  private List<String> slots() throws SQLException {
    List<String> slots = new ArrayList<>();
    try (Connection feed = RealParts.current().connect("feed");
        PreparedStatement statement =
            feed.prepareStatement(
                """
                select to_char(slot at time zone 'UTC', 'HH24:MI') || ' ' || spend
                  from account_slot where workspace_id = ? and account_id = ? order by slot
                """)) {
      statement.setObject(1, fleet.workspace);
      statement.setObject(2, google.id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          slots.add(rows.getString(1));
        }
      }
    }
    return slots;
  }
}
