package io.adfleet.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Which of a service's words about itself depend on the broker. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "probe"),
      @ResourceArg(name = "migrations", value = "src/test/resources/db/migration")
    })
class HealthIT {

  private static final String CHANNEL = "\"notes\"";

  @TestHTTPResource(value = "/health", management = true)
  String health;

  @Test
  void aServiceIsReadyWhateverItsConsumersDo() {
    given().get(health + "/ready").then().statusCode(200).body(not(containsString(CHANNEL)));
  }

  @Test
  void itsConsumersAreInWhatItSaysOfStartAndLife() {
    given().get(health + "/started").then().statusCode(200).body(containsString(CHANNEL));
    given().get(health + "/live").then().statusCode(200).body(containsString(CHANNEL));
  }
}
