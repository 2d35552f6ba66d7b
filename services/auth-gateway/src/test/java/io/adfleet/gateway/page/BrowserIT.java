package io.adfleet.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
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
  void everyAddressOfTheAppIsThePageGuardedByHeaders() {
    for (String address : List.of("/", "/start", "/w/" + UUID.randomUUID() + "/dashboard?q=a.b")) {
      given()
          .get(address)
          .then()
          .statusCode(200)
          .contentType(ContentType.HTML)
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"))
          .header("Content-Security-Policy", containsString("trusted-types adfleet"))
          .header("Content-Security-Policy", not(containsString("unsafe-inline")))
          .header("X-Content-Type-Options", "nosniff")
          .header("Cache-Control", "no-store")
          .body(containsString("<div id=\"root\">"));
    }
  }

  @Test
  void anAssetIsKeptForeverAndAMissingOneIsNotRemembered() {
    given()
        .get("/assets/app-1a2b.js")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("immutable"));
    given().get("/assets/gone-3c4d.js").then().statusCode(404).header("Cache-Control", "no-store");
  }

  @Test
  void anAssetIsGivenAsTheBuildCompressedItToWhoTakesThat() throws IOException {
    Response given = asset("app-1a2b.js", "gzip, deflate, br, zstd");
    given
        .then()
        .statusCode(200)
        .contentType("text/javascript;charset=UTF-8")
        .header("Content-Encoding", "br")
        .header("Vary", "Accept-Encoding")
        .header("Cache-Control", containsString("immutable"))
        .header("X-Content-Type-Options", "nosniff");
    Brotli4jLoader.ensureAvailability();
    assertThat(Decoder.decompress(given.asByteArray()).getDecompressedData())
        .isEqualTo(asset("app-1a2b.js", "identity").asByteArray());

    for (String accepted : List.of("gzip", "gzip, br;q=0")) {
      asset("app-1a2b.js", accepted).then().statusCode(200).header("Content-Encoding", "gzip");
    }
    asset("gone-3c4d.js", "gzip, br").then().statusCode(404).header("Cache-Control", "no-store");
  }

  @Test
  void pathsOfMachinesAreNeverThePage() {
    for (String address :
        List.of("/q/health", "/q/metrics", "/q/openapi", "/auth/nothing", "/internal/nothing")) {
      given().get(address).then().statusCode(404).body(not(containsString("<div id=\"root\">")));
    }
    for (String address : List.of("/api/nothing", "/v1/nothing", "/oauth/google/callback")) {
      given().get(address).then().statusCode(401);
    }
  }

  @Test
  void anotherNameOfThisMachineLeadsToTheOneThatCookiesKnow() {
    given()
        .redirects()
        .follow(false)
        .header("Host", "127.0.0.1:8080")
        .get("/w/1/campaigns?sort=name")
        .then()
        .statusCode(303)
        .header("Location", "http://localhost:8080/w/1/campaigns?sort=name");
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

  private static Response asset(String name, String acceptedEncodings) {
    return given()
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
        .header("Accept-Encoding", acceptedEncodings)
        .get("/assets/" + name);
  }
}
