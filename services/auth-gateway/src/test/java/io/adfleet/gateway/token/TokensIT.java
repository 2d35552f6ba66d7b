package io.adfleet.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** API tokens from their making to their end. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class TokensIT {

  @Inject People people;

  @Test
  void aTokenIsShownOnceActsInItsWorkspaceOnlyAndDiesWhenRevoked() {
    String cookie = people.somebodyNew();
    String first = Asking.workspace(cookie);
    String second = Asking.workspace(cookie);
    var made = Asking.token(cookie, first, "analyst");
    String token = made.getString("token");
    assertThat(token).matches("adf_[0-9A-Za-z]{49}");
    given()
        .auth()
        .oauth2(token)
        .get("/api/workspaces")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(first))
        .body("items[0].role", equalTo("analyst"));
    given().header("Authorization", "bearer " + token).get("/api/me").then().statusCode(200);
    given().auth().oauth2(token).get("/api/workspaces/{w}", second).then().statusCode(404);
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"No\"}")
        .patch("/api/workspaces/{w}", first)
        .then()
        .statusCode(403)
        .body("detail", containsString("admin"));
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    Asking.browser(cookie)
        .get("/api/tokens")
        .then()
        .body("items.id", hasItem(made.getString("id")))
        .body("items[0].token", nullValue())
        .body("items[0].ending", equalTo(token.substring(token.length() - 4)));
    Asking.browser(people.somebodyNew())
        .delete("/api/tokens/{t}", made.getString("id"))
        .then()
        .statusCode(404);
    Asking.browser(cookie).delete("/api/tokens/{t}", made.getString("id")).then().statusCode(204);
    given().auth().oauth2(token).get("/api/workspaces").then().statusCode(401);
  }

  @Test
  void aTokenCannotBeMoreThanItsMaker() {
    String cookie = people.somebodyNew();
    Asking.browser(cookie)
        .body("{\"workspace_id\":\"" + UUID.randomUUID() + "\",\"name\":\"x\"}")
        .post("/api/tokens")
        .then()
        .statusCode(404);
    Asking.browser(cookie)
        .body("{\"name\":\"\",\"role\":\"king\",\"expires_in_days\":0}")
        .post("/api/tokens")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("workspace_id", "name", "role", "expires_in_days")));
  }
}
