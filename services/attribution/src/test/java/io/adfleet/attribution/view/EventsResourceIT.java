package io.adfleet.attribution.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.adfleet.attribution.RunningService;
import io.adfleet.attribution.Shop;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.TopicProbe;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class EventsResourceIT {

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToTen() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void countsPerDateOfTheWorkspaceAndType() {
    Shop shop = new Shop();
    shop.send(
            Shop.event("1", "page_view", "2026-11-20T22:59:59Z"),
            Shop.event("2", "page_view", "2026-11-20T23:00:00Z"),
            Shop.event("3", "page_view", "2026-11-21T22:59:59Z"),
            Shop.event("4", "purchase", "2026-11-21T12:00:00Z"),
            Shop.event("5", "purchase", "2026-11-21T23:00:00Z"))
        .body("accepted", equalTo(5));
    String path = shop.path("/attribution/events/summary");
    JsonPath utc = shop.as(Role.VIEWER).get(path).then().statusCode(200).extract().jsonPath();
    assertThat(utc.getString("zone")).isEqualTo("UTC");
    assertThat(utc.getString("from")).isEqualTo("2026-11-16");
    assertThat(utc.getString("to")).isEqualTo("2026-11-22");

    TopicProbe.send(
        Topic.TENANCY,
        new Tenancy(
            shop.workspace,
            Tenancy.WORKSPACE,
            shop.workspace.toString(),
            "Demo",
            "EUR",
            "Europe/Berlin",
            null,
            false,
            1));
    TopicProbe.awaitRead(Topic.TENANCY, "attribution-tenancy");
    JsonPath berlin =
        shop.as(Role.VIEWER)
            .get(path + "?from=2026-11-21&to=2026-11-21")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(berlin.getString("zone")).isEqualTo("Europe/Berlin");
    assertThat(berlin.getList("items"))
        .isEqualTo(
            List.of(
                Map.of("date", "2026-11-21", "type", "page_view", "events", 2),
                Map.of("date", "2026-11-21", "type", "purchase", "events", 1)));
    assertThat(berlin.getMap("totals")).isEqualTo(Map.of("page_view", 2, "purchase", 1));
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() {
    Shop shop = new Shop();
    shop.send(Shop.event("1"));
    Shop other = new Shop();
    other.as(Role.OWNER).get(shop.path("/attribution/events/summary")).then().statusCode(404);
    assertThat(
            other
                .as(Role.VIEWER)
                .get(other.path("/attribution/events/summary"))
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  @Test
  void refusesDatesThatMakeNoSense() {
    Shop shop = new Shop();
    for (String dates :
        List.of(
            "from=x",
            "to=2026-02-30",
            "from=2026-11-22&to=2026-11-21",
            "from=2020-01-01&to=2026-01-01",
            "from=0001-01-01&to=0001-01-02")) {
      shop.as(Role.VIEWER)
          .get(shop.path("/attribution/events/summary?" + dates))
          .then()
          .statusCode(422);
    }
  }
}
