package io.adfleet.gateway.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A viewer from being added to what they may see and may not do. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class MembersIT {

  @Inject People people;

  @Test
  void aViewerSeesTheWorkspaceAndIsToldWhoMayChangeIt() {
    String owner = people.somebodyNew();
    String viewer = people.somebodyNew();
    String id = Asking.workspace(owner);
    Asking.join(owner, id, viewer, "viewer");

    Asking.browser(viewer)
        .get("/api/workspaces")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)))
        .body("items.role", equalTo(List.of("viewer")));
    Asking.browser(viewer)
        .get("/api/workspaces/{w}/members", id)
        .then()
        .statusCode(200)
        .body("items.role", equalTo(List.of("owner", "viewer")));

    refused(
        Asking.browser(viewer).body("{\"name\":\"Mine\"}").patch("/api/workspaces/{w}", id).then(),
        "This needs the role admin; you are viewer.");
    refused(
        add(viewer, id, Asking.address(people.somebodyNew()), "viewer"),
        "This needs the role admin; you are viewer.");
    refused(
        Asking.browser(viewer)
            .body("{\"workspace_id\":\"" + id + "\",\"name\":\"x\",\"role\":\"viewer\"}")
            .post("/api/tokens")
            .then(),
        "Tokens are made by an admin or owner; you are viewer.");
    Asking.browser(owner)
        .get("/api/workspaces/{w}", id)
        .then()
        .body("name", equalTo("Berlin Bikes"));
  }

  @Test
  void aRoleThatWasChangedHoldsFromTheNextRequestOn() throws IOException {
    String owner = people.somebodyNew();
    String guest = people.somebodyNew();
    String id = Asking.workspace(owner);
    Asking.join(owner, id, guest, "admin");
    assertThat(roleAtTheService(guest, id)).isEqualTo("admin");
    String token = Asking.token(guest, id, "admin").getString("token");

    Asking.join(owner, id, guest, "viewer");
    assertThat(roleAtTheService(guest, id)).isEqualTo("viewer");
    refused(
        Asking.browser(guest).body("{\"name\":\"No\"}").patch("/api/workspaces/{w}", id).then(),
        "you are viewer");
    refused(
        given()
            .auth()
            .oauth2(token)
            .contentType("application/json")
            .body("{\"name\":\"No\"}")
            .patch("/api/workspaces/{w}", id)
            .then(),
        "you are viewer");
    Asking.browser(owner)
        .get("/api/workspaces/{w}/members", id)
        .then()
        .body("items", hasSize(2))
        .body("items.role", equalTo(List.of("owner", "viewer")));
  }

  @Test
  void theLastOwnerStaysOneAndTheFleetHearsOfEveryRole() {
    String owner = people.somebodyNew();
    String guest = people.somebodyNew();
    String id = Asking.workspace(owner);
    refused(add(owner, id, Asking.address(owner), "viewer"), "last owner");
    Asking.join(owner, id, guest, "viewer");
    Asking.join(owner, id, guest, "owner");
    add(guest, id, Asking.address(owner), "viewer").statusCode(200);
    List<Tenancy> heard =
        TopicProbe.await(Topic.TENANCY, Tenancy.class, all -> memberships(all, id).size() == 4);
    assertThat(memberships(heard, id))
        .extracting(Tenancy::role)
        .containsExactly("owner", "viewer", "owner", "viewer");
  }

  @Test
  void whoIsRemovedFindsNothingFromTheNextRequestOnAndTheirTokensStayGone() {
    String owner = people.somebodyNew();
    String guest = people.somebodyNew();
    String id = Asking.workspace(owner);
    Asking.join(owner, id, guest, "admin");
    String token = Asking.token(guest, id, "admin").getString("token");
    Asking.browser(guest).get("/api/workspaces/{w}", id).then().statusCode(200);

    remove(owner, id, user(guest)).statusCode(204);
    Asking.browser(guest).get("/api/workspaces/{w}", id).then().statusCode(404);
    Asking.browser(guest).get("/api/workspaces").then().body("items", hasSize(0));
    given().auth().oauth2(token).get("/api/workspaces/{w}", id).then().statusCode(401);
    remove(owner, id, user(guest)).statusCode(404);

    Asking.join(owner, id, guest, "viewer");
    Asking.browser(guest)
        .get("/api/workspaces/{w}", id)
        .then()
        .statusCode(200)
        .body("role", equalTo("viewer"));
    given().auth().oauth2(token).get("/api/workspaces/{w}", id).then().statusCode(401);
    List<Tenancy> heard =
        TopicProbe.await(Topic.TENANCY, Tenancy.class, all -> memberships(all, id).size() == 4);
    assertThat(memberships(heard, id))
        .extracting(Tenancy::removed)
        .containsExactly(false, false, true, false);
    assertThat(memberships(heard, id))
        .extracting(Tenancy::version)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void ownersAreRemovedByOwnersAndTheLastNeverIs() {
    String owner = people.somebodyNew();
    String admin = people.somebodyNew();
    String id = Asking.workspace(owner);
    Asking.join(owner, id, admin, "admin");
    refused(remove(admin, id, user(owner)), "Ask an owner");
    refused(remove(owner, id, user(owner)), "last owner");
    Asking.join(owner, id, admin, "owner");
    remove(admin, id, user(owner)).statusCode(204);
    Asking.browser(owner).get("/api/workspaces/{w}", id).then().statusCode(404);
    refused(remove(admin, id, user(admin)), "last owner");
  }

  @Test
  void whoeverRegistersAnAddressFirstDoesNotGetTheSeatOfItsOwner() {
    String owner = people.somebodyNew();
    String id = Asking.workspace(owner);
    String address = UUID.randomUUID() + "@shop.example";
    String squatter = people.somebodyUnconfirmed(UUID.randomUUID().toString(), address);
    Asking.workspace(squatter);
    add(owner, id, address, "viewer")
        .statusCode(422)
        .body("errors[0].field", equalTo("email"))
        .body("errors[0].remedy", containsString("confirm"));

    String theirs = people.signIn(UUID.randomUUID().toString(), address, "sid-" + address);
    people.somebodyUnconfirmed(UUID.randomUUID().toString(), address);
    add(owner, id, address.toUpperCase(Locale.ROOT), "viewer")
        .statusCode(200)
        .body("user_id", equalTo(user(theirs)));
    Asking.browser(squatter).get("/api/workspaces/{w}", id).then().statusCode(404);
    Asking.browser(theirs).get("/api/workspaces/{w}", id).then().statusCode(200);
  }

  @Test
  void anAddressBelongsToWhoSignedInWithItLast() {
    String owner = people.somebodyNew();
    String id = Asking.workspace(owner);
    add(owner, id, "a\\u0000@shop.example", "viewer")
        .statusCode(422)
        .body("errors[0].field", equalTo("email"));
    String address = UUID.randomUUID() + "@shop.example";
    String before = people.signIn(UUID.randomUUID().toString(), address, "before-" + address);
    String after = people.signIn(UUID.randomUUID().toString(), address, "after-" + address);
    add(owner, id, address, "viewer").statusCode(200).body("user_id", equalTo(user(after)));
    Asking.browser(before).get("/api/workspaces/{w}", id).then().statusCode(404);
  }

  private static String user(String cookie) {
    return Asking.browser(cookie).get("/api/me").then().statusCode(200).extract().path("user.id");
  }

  private static ValidatableResponse remove(String cookie, String id, String user) {
    return Asking.browser(cookie).delete("/api/workspaces/{w}/members/{u}", id, user).then();
  }

  private static List<Tenancy> memberships(List<Tenancy> all, String workspace) {
    return all.stream()
        .filter(said -> said.workspaceId().toString().equals(workspace))
        .filter(said -> said.kind().equals(Tenancy.MEMBERSHIP))
        .toList();
  }

  private static ValidatableResponse add(String cookie, String id, String email, String role) {
    return Asking.browser(cookie)
        .body("{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
        .post("/api/workspaces/{w}/members", id)
        .then();
  }

  private static void refused(ValidatableResponse answer, String sentence) {
    answer
        .statusCode(403)
        .contentType("application/problem+json")
        .body("detail", containsString(sentence));
  }

  private static String roleAtTheService(String cookie, String id) throws IOException {
    String authorization =
        Asking.browser(cookie)
            .get("/api/workspaces/{w}/jobs", id)
            .then()
            .statusCode(200)
            .extract()
            .path("headers.authorization[0]");
    JsonNode claims =
        Json.mapper().readTree(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
    return claims.at("/groups/0").asText();
  }
}
