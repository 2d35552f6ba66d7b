package io.adfleet.snapshots.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Topic;
import io.adfleet.snapshots.Readings;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "snapshots"))
class FoldSlotsIT {

  private final FoldSlots slots;
  private final Readings google = Readings.ofNewAccount().inZone("Europe/Berlin").on("2025-10-26");

  FoldSlotsIT(FoldSlots slots) {
    this.slots = slots;
  }

  @Test
  void foldsAPastDayToTheHoursOfTheAccountAndThenDropsItsSlots() throws SQLException {
    heard(1, "2025-10-26T00:05:00Z", "1"); // 02:05, the first time
    heard(2, "2025-10-26T00:50:00Z", "2"); // 02:50, the first time
    heard(3, "2025-10-26T01:10:00Z", "3"); // 02:10, the second time
    heard(4, "2025-10-26T09:20:00Z", "4"); // 10:20

    fold("2025-10-27T23:59:00Z");
    assertThat(hours()).as("00:59 of the account's clock").isEmpty();

    fold("2025-10-28T00:00:00Z");
    assertThat(hours()).containsExactly("2025-10-26 02:00 3000000", "2025-10-26 10:00 4000000");
    assertThat(partition("slot_2025_10_26")).as("other zones are not due").isTrue();

    fold("2025-10-30T12:00:00Z");
    assertThat(partition("slot_2025_10_26")).isFalse();
    assertThat(hours()).hasSize(2);

    heard(5, "2025-10-31T12:00:00Z", "5"); // closes the date late
    fold("2025-10-31T13:00:00Z");
    assertThat(hours()).contains("2025-10-26 23:00 5000000");

    fold("2026-02-10T00:00:00Z");
    assertThat(partition("slot_hour_2025_10_26")).as("after a hundred days").isFalse();
  }

  @Test
  void leavesItToTheReplicaThatIsFolding() throws SQLException {
    heard(1, "2025-10-26T09:20:00Z", "4");
    try (Connection other = RealParts.current().connect("feed");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(hashtextextended('snapshots.fold', 0))");
      fold("2025-10-28T00:00:00Z");
      assertThat(hours()).isEmpty();
      other.commit();
    }
    fold("2025-10-28T00:00:00Z");
    assertThat(hours()).containsExactly("2025-10-26 10:00 4000000");
  }

  @Test
  void figuresAreNeverDropped() throws SQLException {
    try (Connection feed = RealParts.current().connect("feed");
        Statement statement = feed.createStatement()) {
      assertThatThrownBy(
              () -> statement.execute("select drop_partition('figure', date '2025-10-01')"))
          .hasMessageContaining("figures are kept");
    }
  }

  private void fold(String now) {
    slots.fold(Instant.parse(now)).await().atMost(Duration.ofSeconds(30));
  }

  private void heard(long version, String at, String spend) {
    Readings read = google.at(at).version(version);
    TopicProbe.send(Topic.READINGS, read.reading("c1", spend), read.closed(1));
    TopicProbe.await(
        Topic.COVERAGE,
        Coverage.class,
        all ->
            all.stream()
                .anyMatch(c ->
                    c.workspaceId().equals(google.workspace())
                        && c.closed() != null
                        && c.closed().version() == version));
  }

  private List<String> hours() throws SQLException {
    List<String> hours = new ArrayList<>();
    try (Connection feed = RealParts.current().connect("feed");
        PreparedStatement statement =
            feed.prepareStatement(
                """
                select to_char(hour, 'YYYY-MM-DD HH24:MI') || ' ' || spend from slot_hour
                 where workspace_id = ? order by hour
                """)) {
      statement.setObject(1, google.workspace());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          hours.add(rows.getString(1));
        }
      }
    }
    return hours;
  }

  private static boolean partition(String name) throws SQLException {
    try (Connection feed = RealParts.current().connect("feed");
        Statement statement = feed.createStatement();
        ResultSet rows = statement.executeQuery("select to_regclass('" + name + "') is not null")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
