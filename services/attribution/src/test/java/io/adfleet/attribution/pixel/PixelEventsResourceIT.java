package io.adfleet.attribution.pixel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.attribution.RunningService;
import io.adfleet.attribution.Shop;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class PixelEventsResourceIT {

  @Inject FakeClock clock;
  @Inject ForgetEventsJob forget;

  @BeforeEach
  void itIsTenToTen() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void whatIsAcceptedIsStored() {
    Shop shop = new Shop();
    shop.send(Shop.event("a"), Shop.event("b", "purchase", "2026-11-22T09:45:00+01:00"))
        .statusCode(202)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Credentials", nullValue())
        .body("accepted", equalTo(2))
        .body("duplicates", equalTo(0))
        .body("without_consent", equalTo(0))
        .body("refused", empty());
    assertThat(shop.stored("event_id")).containsExactly("a", "b");
    assertThat(shop.stored("type")).containsExactly("page_view", "purchase");
    assertThat(shop.stored("key_id")).containsOnly(shop.keyId);
    assertThat(shop.stored("url")).containsOnly("https://shop.example/a");
    assertThat(shop.stored("referrer")).containsOnly("https://www.google.com/search");
    assertThat(shop.stored("utm->>'utm_source'")).containsOnly("google");
    assertThat(shop.stored("click_ids->>'gclid'")).containsOnly("G1");
  }

  @Test
  void anEventIsStoredOnceHoweverOftenItIsSent() {
    Shop shop = new Shop();
    shop.send(Shop.event("a"), Shop.event("a"))
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(1));
    shop.send(Shop.event("a", "purchase", "2026-10-01T00:00:00Z"), Shop.event("b"))
        .body("accepted", equalTo(1))
        .body("duplicates", equalTo(1));
    assertThat(shop.stored("type")).containsExactly("page_view", "page_view");
    Shop other = new Shop();
    other.send(Shop.event("a")).body("accepted", equalTo(1));
  }

  @Test
  void overlappingBatchesSentAtTheSameTimeStoreEachEventOnce() throws Exception {
    Shop shop = new Shop();
    List<String> ids = new ArrayList<>(IntStream.range(0, 1_000).mapToObj(i -> "e" + i).toList());
    Random random = new Random(1);
    List<String> bodies = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      Collections.shuffle(ids, random);
      for (int from = 0; from < ids.size(); from += 250) {
        bodies.add(shop.batch(ids.subList(from, from + 250).stream().map(Shop::event).toList()));
      }
    }
    List<Future<JsonPath>> answers = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
      bodies.forEach(body ->
          answers.add(
              senders.submit(() -> Shop.sendBody(body).statusCode(202).extract().jsonPath())));
    }
    int accepted = 0;
    int duplicates = 0;
    for (Future<JsonPath> answer : answers) {
      accepted += answer.get().getInt("accepted");
      duplicates += answer.get().getInt("duplicates");
    }
    assertThat(accepted).isEqualTo(1_000);
    assertThat(duplicates).isEqualTo(5_000);
    assertThat(shop.stored("event_id")).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void withoutConsentNothingIsStored() {
    Shop shop = new Shop();
    shop.send(
            Shop.event("a").replace("true", "false"),
            Shop.event("b").replace("true", "\"true\""),
            Shop.event("c").replace(",\"consent\":{\"analytics\":true}", ""),
            Shop.event("d").replace("{\"analytics\":true}", "null"),
            "{\"type\":7}",
            Shop.event("e"))
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("without_consent", equalTo(5));
    assertThat(shop.stored("event_id")).containsExactly("e");
  }

  @Test
  void aFaultyEventDoesNotKeepTheOthersOut() {
    Shop shop = new Shop();
    shop.send(
            Shop.event("a"),
            Shop.event("b", "page_vew", "2026-11-22T09:45:00Z"),
            Shop.event("c", "page_view", "yesterday"),
            Shop.event(""),
            "7",
            Shop.event("d"))
        .statusCode(202)
        .body("accepted", equalTo(2))
        .body("refused", hasSize(4))
        .body("refused.index", equalTo(List.of(1, 2, 3, 4)))
        .body("refused[0].field", equalTo("type"))
        .body(
            "refused[0].remedy",
            equalTo(
                "Did you mean \"page_view\"? Use one of page_view, product_view, add_to_cart,"
                    + " checkout, purchase."))
        .body("refused[1].field", equalTo("occurred_at"))
        .body("refused[2].field", equalTo("event_id"));
  }

  @Test
  void halfACharacterKeepsItsOwnEventOutAlone() {
    Shop shop = new Shop();
    shop.send(
            Shop.event("a"),
            Shop.event("b").replace("=G1", "=G\\ud83d"),
            Shop.event("c")
                .replace("\"visitor_id\"", "\"click_ids\":{\"gclid\":\"\\ud83d\"},\"visitor_id\""),
            Shop.event("d\\ud800"),
            Shop.event("d\\ud801"))
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("refused.index", equalTo(List.of(1, 2, 3, 4)))
        .body("refused.field", equalTo(List.of("url", "click_ids.gclid", "event_id", "event_id")));
    assertThat(shop.stored("event_id")).containsExactly("a");
  }

  @Test
  void aBatchCutOffInTheMiddleIsStoredOnceItComesAgain() throws Exception {
    Shop shop = new Shop();
    String batch = shop.batch(Stream.of("a", "b", "c", "d", "e").map(Shop::event).toList());
    try (ExecutorService sender = Executors.newSingleThreadExecutor();
        Connection other = RealParts.current().connect("postgres")) {
      other.setAutoCommit(false);
      insert(other, shop, "c");
      Future<ValidatableResponse> answer = sender.submit(() -> Shop.sendBody(batch));
      Awaitility.await().until(PixelEventsResourceIT::killWhoWaits);
      answer.get().statusCode(503).header("Retry-After", notNullValue());
      other.rollback();
    }
    assertThat(shop.stored("event_id")).isEmpty();
    Shop.sendBody(batch).statusCode(202).body("accepted", equalTo(5));
    Shop.sendBody(batch).statusCode(202).body("duplicates", equalTo(5));
    assertThat(shop.stored("event_id")).containsExactly("a", "b", "c", "d", "e");
  }

  private static void insert(Connection connection, Shop shop, String id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into pixel_event (workspace_id, event_id, key_id, type, occurred_at, received_at)
            values (?, ?, ?::uuid, 'page_view', now(), now())
            """)) {
      insert.setObject(1, shop.workspace);
      insert.setString(2, id);
      insert.setString(3, shop.keyId);
      insert.executeUpdate();
    }
  }

  /** Ends the service's connection that waits for somebody else's row; whether there was one. */
  private static boolean killWhoWaits() throws SQLException {
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement kill =
            connection.prepareStatement(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and usename = 'attribution_app'
                   and wait_event_type = 'Lock'
                """);
        ResultSet killed = kill.executeQuery()) {
      return killed.next();
    }
  }

  @Test
  void keepsWhatWasBought() {
    Shop shop = new Shop();
    shop.send(
            Shop.event("a", "purchase", "2026-11-22T09:45:00Z")
                .replace(
                    "\"visitor_id\"",
                    "\"value\":49.905,\"currency\":\"EUR\",\"order_id\":\"#1\",\"visitor_id\""))
        .body("accepted", equalTo(1));
    assertThat(shop.stored("value")).containsExactly("49905000");
    assertThat(shop.stored("currency")).containsExactly("EUR");
    assertThat(shop.stored("order_id")).containsExactly("#1");
  }

  @Test
  void refusesAKeyItDoesNotKnow() {
    Shop shop = new Shop();
    for (String key : List.of("pk_" + "x".repeat(32), "pk_", "x", shop.key.toLowerCase())) {
      Shop.sendBody("{\"key\":\"" + key + "\",\"events\":[" + Shop.event("a") + "]}")
          .statusCode(401)
          .contentType("application/problem+json")
          .header("Access-Control-Allow-Origin", "*")
          .body("type", endsWith("/pixel_key_unknown"));
    }
    Shop.sendBody("{\"events\":[]}").statusCode(401);
    shop.send(Shop.event("a")).statusCode(202);
    shop.as(Role.ADMIN).delete(shop.path("/pixel-keys/" + shop.keyId)).then().statusCode(204);
    shop.send(Shop.event("b")).statusCode(401);
    assertThat(shop.stored("event_id")).containsExactly("a");
  }

  @Test
  void onlyTheKeysOwnOriginsMayUseIt() {
    Shop shop = new Shop("https://shop.example");
    String body = shop.batch(List.of(Shop.event("a")));
    given()
        .contentType("application/json")
        .header("Origin", "https://evil.example")
        .body(body)
        .post("/v1/pixel-events")
        .then()
        .statusCode(403)
        .body("type", endsWith("/origin_not_allowed"));
    given()
        .contentType("text/plain")
        .header("Origin", "https://shop.example")
        .body(body)
        .post("/v1/pixel-events")
        .then()
        .statusCode(202)
        .header("Access-Control-Allow-Origin", "*")
        .body("accepted", equalTo(1));
  }

  @Test
  void answersABrowsersPreflight() {
    given()
        .header("Origin", "https://shop.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type")
        .options("/v1/pixel-events")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", "POST")
        .header("Access-Control-Allow-Headers", "Content-Type")
        .header("Access-Control-Allow-Credentials", nullValue());
  }

  @Test
  void otherPathsAreNotOpenToOtherOrigins() {
    Shop shop = new Shop();
    shop.as(Role.ADMIN)
        .header("Origin", "https://evil.example")
        .get(shop.path("/pixel-keys"))
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void refusesWhatIsTooMuchOrNoBatch() {
    Shop shop = new Shop();
    List<String> many = IntStream.range(0, 501).mapToObj(i -> "{}").toList();
    Shop.sendBody(shop.batch(many)).statusCode(422).body("errors[0].field", equalTo("events"));
    Shop.sendBody(shop.batch(List.of())).statusCode(422);
    Shop.sendBody("{\"key\":\"" + shop.key + "\",\"pad\":\"" + "x".repeat(256 * 1024) + "\"}")
        .statusCode(413)
        .contentType("application/problem+json")
        .header("Access-Control-Allow-Origin", "*");
    Shop.sendBody("{").statusCode(400).body("errors[0].field", equalTo("body"));
    Shop.sendBody("[]").statusCode(400);
    Shop.sendBody("").statusCode(400);
  }

  @Test
  void aKeyThatSendsTooMuchIsAskedToWait() {
    Shop shop = new Shop();
    String body =
        shop.batch(
            IntStream.range(0, 500).mapToObj(i -> "{\"consent\":{\"analytics\":false}}").toList());
    int status = 0;
    for (int i = 0; i < 200 && status != 429; i++) {
      var answer = Shop.sendBody(body).extract();
      status = answer.statusCode();
      if (status == 429) {
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
      }
    }
    assertThat(status).isEqualTo(429);
    new Shop().send(Shop.event("a")).statusCode(202);
  }

  @Test
  void forgetsWhatIsPastKeeping() {
    Shop shop = new Shop();
    shop.send(Shop.event("old"));
    clock.set(Instant.parse("2027-10-01T00:00:00Z"));
    shop.send(Shop.event("new"));
    clock.set(Instant.parse("2027-12-27T10:00:00Z"));
    forget.forget().await().atMost(Duration.ofSeconds(20));
    assertThat(shop.stored("event_id")).containsExactly("new");
  }

  @Test
  void forgetsPortionAfterPortion() throws SQLException {
    Shop shop = new Shop();
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into pixel_event (workspace_id, event_id, key_id, type, occurred_at, received_at)
                select ?, 'e' || n, ?::uuid, 'page_view', '2020-01-01T00:00Z', '2020-01-01T00:00Z'
                  from generate_series(1, 12000) as n
                """)) {
      insert.setObject(1, shop.workspace);
      insert.setString(2, shop.keyId);
      insert.executeUpdate();
    }
    shop.send(Shop.event("new"));
    forget.forget().await().atMost(Duration.ofSeconds(20));
    assertThat(shop.stored("event_id")).containsExactly("new");
  }

  @Test
  void noPartOfTheRequestIsKeptThatSaysWhereItCameFrom() throws SQLException {
    Shop shop = new Shop();
    given()
        .contentType("application/json")
        .header("X-Forwarded-For", "203.0.113.77")
        .header("User-Agent", "agent-canary")
        .body(shop.batch(List.of(Shop.event("a"))))
        .post("/v1/pixel-events")
        .then()
        .statusCode(202);
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement select =
            connection.prepareStatement(
                "select pixel_event::text from pixel_event where workspace_id = ?")) {
      select.setObject(1, shop.workspace);
      try (ResultSet rows = select.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1))
            .doesNotContain("203.0.113.77")
            .doesNotContain("agent-canary")
            .doesNotContain("a@b.c")
            .doesNotContain("secret");
      }
    }
  }
}
