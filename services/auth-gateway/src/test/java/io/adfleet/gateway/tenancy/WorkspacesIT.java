package io.adfleet.gateway.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.contracts.Json;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Workspaces through the API, down to what the fleet hears of them. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class WorkspacesIT {

  @Inject People people;

  @Test
  void aWriteWithoutABodyIsAnswered() {
    String cookie = people.somebodyNew();
    for (String path : new String[] {"/api/workspaces", "/api/tokens"}) {
      Asking.browser(cookie).body("").post(path).then().statusCode(422);
    }
  }

  @Test
  void aFirstSignInMakesThePersonAndTheirWorkspaceMakesThemItsOwner() {
    String cookie = people.somebodyNew();
    Asking.browser(cookie)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("user.id", notNullValue())
        .body("user.email", containsString("@adfleet.test"))
        .body("memberships", hasSize(0));
    String id = Asking.workspace(cookie);
    Asking.browser(cookie)
        .get("/api/workspaces")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].name", equalTo("Berlin Bikes"))
        .body("items[0].currency", equalTo("EUR"))
        .body("items[0].zone", equalTo("Europe/Berlin"))
        .body("items[0].role", equalTo("owner"))
        .body("next_cursor", nullValue());
    Asking.browser(cookie)
        .get("/api/me")
        .then()
        .body("memberships[0].workspace_id", equalTo(id))
        .body("memberships[0].role", equalTo("owner"));
  }

  @Test
  void aWorkspaceWithAnImpossibleCurrencyOrZoneIsRefusedFieldByField() {
    String cookie = people.somebodyNew();
    Asking.browser(cookie)
        .body("{\"name\":\" \",\"currency\":\"EURO\",\"zone\":\"Berlin\"}")
        .post("/api/workspaces")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", equalTo(List.of("name", "currency", "zone")))
        .body("errors.remedy", everyItem(notNullValue()));
    Asking.browser(cookie).body("{").post("/api/workspaces").then().statusCode(400);
    Asking.browser(cookie).body("{}").post("/api/workspaces").then().body("errors", hasSize(3));
  }

  @Test
  void anIdempotencyKeyMakesOneWorkspaceHoweverOftenItIsAsked() {
    String cookie = people.somebodyNew();
    String key = UUID.randomUUID().toString();
    String first =
        Asking.browser(cookie)
            .header("Idempotency-Key", key)
            .body(Asking.WORKSPACE)
            .post("/api/workspaces")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Asking.browser(cookie)
        .header("Idempotency-Key", key)
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    Asking.browser(cookie)
        .header("Idempotency-Key", key)
        .body(Asking.WORKSPACE.replace("Bikes", "Boats"))
        .post("/api/workspaces")
        .then()
        .statusCode(422)
        .body("type", equalTo("https://adfleet.io/problems/idempotency_key_reused"));
    Asking.browser(cookie).get("/api/workspaces").then().body("items", hasSize(1));
  }

  @Test
  void aChangeNeedsTheVersionItWasMadeFor() {
    String cookie = people.somebodyNew();
    String id = Asking.workspace(cookie);
    String etag = Asking.browser(cookie).get("/api/workspaces/{w}", id).header("ETag");
    Asking.browser(cookie)
        .header("If-None-Match", etag)
        .get("/api/workspaces/{w}", id)
        .then()
        .statusCode(304);
    Asking.browser(cookie)
        .header("If-Match", etag)
        .body("{\"name\":\"Berlin Boats\",\"zone\":\"UTC\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(etag)))
        .body("name", equalTo("Berlin Boats"))
        .body("zone", equalTo("UTC"));
    Asking.browser(cookie)
        .header("If-Match", etag)
        .body("{\"name\":\"Too late\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(412);
    Asking.browser(cookie)
        .body("{\"currency\":\"XXX\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("currency"));
  }

  @Test
  void aMemberMayDoWhatTheirRoleSaysAndIsToldWhoMayDoMore() {
    String owner = people.somebodyNew();
    String guest = people.somebodyNew();
    String id = Asking.workspace(owner);
    String address = Asking.browser(guest).get("/api/me").path("user.email");
    Asking.browser(guest).get("/api/workspaces/{w}", id).then().statusCode(404);
    Asking.browser(owner)
        .body("{\"email\":\"" + address + "\",\"role\":\"admin\"}")
        .post("/api/workspaces/{w}/members", id)
        .then()
        .statusCode(200)
        .body("role", equalTo("admin"));
    Asking.browser(guest)
        .body("{\"name\":\"Renamed\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(200)
        .body("role", equalTo("admin"));
    Asking.browser(guest)
        .body("{\"currency\":\"USD\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(403)
        .body("detail", containsString("owner"));
    Asking.browser(guest)
        .body("{\"email\":\"" + address + "\",\"role\":\"owner\"}")
        .post("/api/workspaces/{w}/members", id)
        .then()
        .statusCode(403);
    Asking.browser(owner)
        .body("{\"email\":\"nobody@adfleet.test\",\"role\":\"viewer\"}")
        .post("/api/workspaces/{w}/members", id)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("email"));
    Asking.browser(guest)
        .get("/api/workspaces/{w}/members", id)
        .then()
        .statusCode(200)
        .body("items.role", equalTo(List.of("owner", "admin")));
  }

  @Test
  void theFleetHearsOfAWorkspaceAndItsOwner() {
    String cookie = people.somebodyNew();
    String id = Asking.workspace(cookie);
    Asking.browser(cookie)
        .body("{\"name\":\"Renamed\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(200);
    List<Tenancy> heard =
        TopicProbe.awaitRecords(
                Topic.TENANCY,
                records ->
                    records.stream().filter(r -> r.key() != null && r.key().startsWith(id)).count()
                        == 3)
            .stream()
            .filter(r -> r.key() != null && r.key().startsWith(id))
            .map(WorkspacesIT::tenancy)
            .toList();
    assertThat(heard)
        .extracting(Tenancy::kind)
        .containsExactly(Tenancy.WORKSPACE, Tenancy.MEMBERSHIP, Tenancy.WORKSPACE);
    assertThat(heard.get(1).role()).isEqualTo("owner");
    assertThat(heard.getLast().name()).isEqualTo("Renamed");
    assertThat(heard.getLast().version()).isEqualTo(2);
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(
        Set.of("app_user", "login_session", "signing_key", "idempotency"));
  }

  private static Tenancy tenancy(ConsumerRecord<String, byte[]> record) {
    try {
      return Json.read(record.value(), Tenancy.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
