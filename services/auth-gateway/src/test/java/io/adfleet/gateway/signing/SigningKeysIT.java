package io.adfleet.gateway.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys in the database, whoever sealed them. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class SigningKeysIT {

  /** Changes the part of the sealed bytes that names the key they were sealed with. */
  private static final String SEALED_BY_ANOTHER =
      "update %s set %s = set_byte(%2$s, 1, get_byte(%2$s, 1) # 255)";

  @Inject SigningKeys keys;
  @Inject People people;

  @Test
  void keysSealedWithAnotherEncryptionKeyAreReplaced() throws SQLException {
    List<String> before = published();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
    execute(SEALED_BY_ANOTHER.formatted("signing_key", "sealed_private"));

    keys.renew().await().indefinitely();
    List<String> after = published();
    assertThat(after).hasSize(2).doesNotContainAnyElementsOf(before);
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(after);
    keys.renew().await().indefinitely();
    assertThat(published()).isEqualTo(after);

    String cookie = people.somebodyNew();
    Asking.browser(cookie)
        .get("/api/workspaces/{w}/jobs", Asking.workspace(cookie))
        .then()
        .statusCode(200);
  }

  @Test
  void whatElseAnotherKeySealedIsNoFaultOfOurs() throws SQLException {
    String cookie = people.somebodyNew();
    Asking.browser(cookie)
        .header("Idempotency-Key", cookie)
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201);
    execute(SEALED_BY_ANOTHER.formatted("login_session", "sealed_id_token"));
    execute(SEALED_BY_ANOTHER.formatted("idempotency", "sealed_answer"));

    assertThat(people.idToken(cookie)).isEmpty();
    Asking.browser(cookie).get("/api/me").then().statusCode(200);
    Asking.browser(cookie)
        .header("Idempotency-Key", cookie)
        .body(Asking.WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(409);
  }

  private static List<String> published() {
    return given().get("/internal/jwks").then().statusCode(200).extract().path("keys.kid");
  }

  private static List<String> stored() throws SQLException {
    List<String> kids = new ArrayList<>();
    try (var connection = RealParts.current().connect("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select kid from signing_key")) {
      while (rows.next()) {
        kids.add(rows.getString(1));
      }
    }
    return kids;
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = RealParts.current().connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
