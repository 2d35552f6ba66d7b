package io.adfleet.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.Test;

/** What a browser is given, and what is not believed of it. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class BrowserIT {

  @Inject People people;

  @Test
  void thePageAndItsPartsArePublicAndGuardedByHeaders() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(containsString("/assets/page.js"));
    given().get("/assets/page.js").then().statusCode(200);
    given().get("/q/health").then().statusCode(404);
    given().get("/q/metrics").then().statusCode(404);
  }

  @Test
  void aWriteByCookieMustComeFromThePage() {
    String cookie = people.somebodyNew();
    given()
        .cookie("q_session", cookie)
        .contentType(ContentType.JSON)
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403)
        .body("type", equalTo("https://adfleet.io/problems/cross_site"))
        .body("detail", containsString("X-Adfleet-Request"));
    Asking.browser(cookie)
        .header("Origin", "https://evil.example")
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    Asking.browser(cookie)
        .header("Sec-Fetch-Site", "cross-site")
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    Asking.browser(cookie)
        .header("Origin", "http://localhost:8080")
        .header("Sec-Fetch-Site", "same-origin")
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201);
    given()
        .cookie("q_session", cookie)
        .header("Sec-Fetch-Site", "cross-site")
        .get("/auth/logout")
        .then()
        .statusCode(403);
  }

  @Test
  void onlyNamedOriginsMayReadAnswersFromElsewhere() {
    given()
        .header("Origin", "https://reports.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/workspaces")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "https://reports.example")
        .header("Access-Control-Allow-Credentials", nullValue());
    given()
        .header("Origin", "https://evil.example")
        .get("/api/workspaces")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
