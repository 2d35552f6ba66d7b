package io.adfleet.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom the gateway lets through to the services. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class ForwardedRolesIT {

  private static final Pattern TRACE = Pattern.compile("\"trace_id\":\"[0-9a-f]{32}\"");
  private static final String ENTITIES = "/entities/x/series";
  private static final List<String> UNATTENDED =
      List.of("/dashboard/unified", "/campaigns", "/reconciliation", "/query");
  private static final List<String> ECHOED =
      List.of(
          "/connections",
          "/connections/x/accounts",
          "/jobs",
          "/attribution/events/summary",
          "/pixel-keys",
          "/copilot/ask");

  @Inject People people;

  @Test
  void aTokenReachesTheServicesInItsRoleAndNoOtherWorkspace() throws IOException {
    String owner = people.somebodyNew();
    String here = Asking.workspace(owner);
    String foreign = Asking.workspace(people.somebodyNew());
    Set<String> hidden = new HashSet<>();
    for (Role role : Role.values()) {
      String token = Asking.token(owner, here, role.word()).getString("token");
      for (String path : paths()) {
        for (String there : List.of(foreign, UUID.randomUUID().toString(), "nonsense")) {
          hidden.add(essence(get(token, there, path)));
        }
      }
      for (String path : ECHOED) {
        JsonNode claims = claims(get(token, here, path));
        assertThat(claims.at("/workspace").asText()).as(path).isEqualTo(here);
        assertThat(claims.at("/groups/0").asText()).as(path).isEqualTo(role.word());
        assertThat(claims.at("/groups")).as(path).hasSize(1);
      }
      for (String path : UNATTENDED) {
        assertThat(get(token, here, path).statusCode()).as(path).isEqualTo(503);
      }
    }
    assertThat(hidden).hasSize(1).allMatch(answer -> answer.startsWith("404 "));
  }

  @Test
  void aPersonReachesTheServicesOfTheirOwnWorkspaceOnly() {
    String stranger = people.somebodyNew();
    String foreign = Asking.workspace(people.somebodyNew());
    String absent = UUID.randomUUID().toString();
    Set<String> hidden = new HashSet<>();
    for (String path : paths()) {
      for (String there : List.of(foreign, absent)) {
        hidden.add(essence(Asking.browser(stranger).get("/api/workspaces/{w}" + path, there)));
      }
      given().get("/api/workspaces/{w}" + path, foreign).then().statusCode(401);
    }
    assertThat(hidden).hasSize(1).allMatch(answer -> answer.startsWith("404 "));
  }

  private static List<String> paths() {
    return Stream.of(ECHOED, UNATTENDED, List.of(ENTITIES)).flatMap(List::stream).toList();
  }

  private static Response get(String token, String workspace, String path) {
    return given().auth().oauth2(token).get("/api/workspaces/{w}" + path, workspace);
  }

  private static String essence(Response answer) {
    return answer.statusCode()
        + " "
        + answer.contentType()
        + " "
        + TRACE.matcher(answer.asString()).replaceAll("");
  }

  private static JsonNode claims(Response echo) throws IOException {
    String authorization = echo.then().statusCode(200).extract().path("headers.authorization[0]");
    return Json.mapper().readTree(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
  }
}
