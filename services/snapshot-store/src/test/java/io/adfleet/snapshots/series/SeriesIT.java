package io.adfleet.snapshots.series;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Intraday;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.snapshots.Readings;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.Tokens;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "snapshots"))
class SeriesIT {

  private final Readings google = Readings.ofNewAccount();
  private final UUID campaign = google.entity("c1");

  @Test
  void answersTheSlotsOfADay() {
    heard(1, google.at("2026-11-20T10:05:00Z").reading("c1", "5"));
    heard(2, google.at("2026-11-20T10:20:00Z").version(2).reading("c1", "4.5"));

    get(google.workspace(), "/series?date=2026-11-20")
        .statusCode(200)
        .body("items", hasSize(2))
        .body("currency", equalTo("EUR"))
        .body("items[0].slot", equalTo("2026-11-20T10:00:00Z"))
        .body("items[0].spend", equalTo("5"))
        .body("items[0].source", equalTo("reading"))
        .body("items[0].increment", nullValue())
        .body("items[0].reason", equalTo("first_reading"))
        .body("items[1].increment.spend", equalTo("-0.5"))
        .body("next_cursor", nullValue());
  }

  @Test
  void fillsTheHoursBeforeTheFirstReading() {
    TopicProbe.send(
        Topic.READINGS,
        google.reading("c1", "5"),
        google.closed(1),
        google.hours().version(2).hour("c1", 0, "1"),
        google.hours().version(2).hour("c1", 9, "3"),
        google.hours().version(2).closed(2));
    covered(2);

    get(google.workspace(), "/series?date=2026-11-20")
        .statusCode(200)
        .body("zone", equalTo("UTC"))
        .body("items", hasSize(11))
        .body("items[0].source", equalTo("hours"))
        .body("items[0].slot", equalTo("2026-11-20T00:45:00Z"))
        .body("items[0].increment.spend", equalTo("1"))
        .body("items[9].spend", equalTo("4"))
        .body("items[10].source", equalTo("reading"))
        .body("items[10].increment.spend", equalTo("1"));
    assertThat(
            TopicProbe.await(
                    Topic.INTRADAY,
                    Intraday.class,
                    all -> all.stream().filter(i -> i.entityId().equals(campaign)).count() >= 11)
                .stream()
                .filter(i -> i.entityId().equals(campaign) && i.source().equals("hours")))
        .hasSize(10)
        .extracting(Intraday::slot)
        .contains(Instant.parse("2026-11-20T09:45:00Z"));
  }

  @Test
  void keepsBothBeliefsOfARestatedDay() {
    heard(1, google.at("2026-11-20T23:50:00Z").reading("c1", "9"));
    heard(2, google.at("2026-11-21T00:05:00Z").version(2).reading("c1", "10"));
    heard(3, google.at("2026-11-23T03:00:00Z").version(3).reading("c1", "10"));
    heard(4, google.at("2026-11-24T03:00:00Z").version(4).reading("c1", "7.25"));

    get(google.workspace(), "/history?date=2026-11-20")
        .statusCode(200)
        .body("items.spend", contains("10", "7.25"))
        .body("items[0].believed_from", equalTo("2026-11-21T00:05:00Z"))
        .body("items[0].believed_to", equalTo("2026-11-24T03:00:00Z"))
        .body("items[1].believed_from", equalTo("2026-11-24T03:00:00Z"))
        .body("items[1].believed_to", nullValue());
    get(google.workspace(), "/series?date=2026-11-20").body("items.spend", contains("10"));
  }

  @Test
  void namesTheDateThatIsNotOne() {
    heard(1, google.reading("c1", "5"));

    get(google.workspace(), "/series?date=yesterday")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("date"));
    for (String date : List.of("-9999-01-01", "1969-12-31")) {
      get(google.workspace(), "/series?date=" + date)
          .statusCode(422)
          .body("errors[0].field", equalTo("date"));
    }
    get(google.workspace(), "/history").statusCode(422).body("errors[0].field", equalTo("date"));
  }

  @Test
  void showsNothingOfAnotherWorkspace() {
    heard(1, google.reading("c1", "5"));
    UUID other = Ids.next();

    get(other, "/series?date=2026-11-20").statusCode(404);
    given()
        .header("Authorization", "Bearer " + token(other))
        .get(
            "/api/workspaces/%s/entities/%s/series?date=2026-11-20"
                .formatted(google.workspace(), campaign))
        .then()
        .statusCode(404);
    given()
        .get(
            "/api/workspaces/%s/entities/%s/series?date=2026-11-20"
                .formatted(google.workspace(), campaign))
        .then()
        .statusCode(401);
  }

  @Test
  void answersTheSameWithNotModified() {
    heard(1, google.reading("c1", "5"));
    String etag = get(google.workspace(), "/series?date=2026-11-20").extract().header("ETag");

    given()
        .header("Authorization", "Bearer " + token(google.workspace()))
        .header("If-None-Match", etag)
        .get(
            "/api/workspaces/%s/entities/%s/series?date=2026-11-20"
                .formatted(google.workspace(), campaign))
        .then()
        .statusCode(304);
  }

  @Test
  void everyTableIsGuarded() throws SQLException {
    heard(1, google.reading("c1", "5"));
    RowSecurity.assertEveryTenantTableIsForced(Set.of());

    try (Connection app = RealParts.current().connect("app");
        Statement statement = app.createStatement()) {
      for (String table :
          new String[] {"figure", "slot", "slot_hour", "hour", "restatement", "coverage"}) {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          assertThat(rows.getLong(1)).as(table).isZero();
        }
      }
    }
  }

  @Test
  void theFeedMakesNoOtherTables() throws SQLException {
    try (Connection feed = RealParts.current().connect("feed");
        Statement statement = feed.createStatement()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("select ensure_partition('coverage', date '2026-11-01')"))
          .hasMessageContaining("no partitions are made for table coverage");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("select ensure_partition('slot', date '3026-11-01')"))
          .hasMessageContaining("no partition of slot is made");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("create table mine (id int)"))
          .hasMessageContaining("permission denied");
    }
  }

  /** Says a reading with its manifest and waits until the slice is closed. */
  private void heard(long version, Object reading) {
    TopicProbe.send(
        Topic.READINGS,
        reading,
        google
            .at(((io.adfleet.contracts.Reading) reading).observedAt().toString())
            .version(version)
            .closed(1));
    covered(version);
  }

  private void covered(long version) {
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

  private ValidatableResponse get(UUID workspace, String path) {
    return given()
        .header("Authorization", "Bearer " + token(workspace))
        .get("/api/workspaces/%s/entities/%s%s".formatted(workspace, campaign, path))
        .then();
  }

  private static String token(UUID workspace) {
    return Tokens.internal("snapshot-store", Ids.next(), workspace, Role.VIEWER);
  }
}
