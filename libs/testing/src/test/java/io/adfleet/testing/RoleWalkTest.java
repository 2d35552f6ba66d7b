package io.adfleet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.AllowAnyone;
import io.adfleet.defaults.AllowService;
import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The walk finds a hole of every kind, and nothing where there is none. */
class RoleWalkTest {

  private static final String FORBIDDEN = "forbidden\", \"detail\": \"This needs the role admin";

  private final ServiceVisitors visitors = new ServiceVisitors("probe");

  // interfaces, so that no application that is started for a test takes them for its own

  /** Declares what it should. */
  @Path("/api/workspaces/{workspace}/things")
  interface Sound {
    @POST
    @Path("{thing}")
    @Allow(Role.ADMIN)
    void change();
  }

  /** Declares nothing. */
  @Path("/api/things")
  interface Silent {
    @GET
    void list();
  }

  /** Declares two things. */
  @Path("/api/things")
  interface Torn {
    @GET
    @AllowAnyone
    @AllowSignedIn
    void list();
  }

  /** Lets a viewer write. */
  @Path("/api/workspaces/{workspace}/things")
  interface Low {
    @POST
    @Allow(Role.VIEWER)
    void add();
  }

  /** Names a workspace and doesn't look who is in it. */
  @Path("/api/workspaces/{workspace}/things")
  interface Careless {
    @GET
    @AllowSignedIn
    void list();
  }

  /** Asks for a role in no workspace. */
  @Path("/api/things")
  interface Homeless {
    @GET
    @Allow(Role.VIEWER)
    void list();
  }

  /** Is for one service. */
  @Path("/internal/things")
  interface Internal {
    @GET
    @AllowService("adfleet-copilot")
    void list();
  }

  @Test
  void nothingIsWrongWithAnEndpointThatDoesWhatItDeclares() {
    assertThat(walk(Sound.class, this::asDeclared).faults()).isEmpty();
  }

  @Test
  void anApplicationWithoutEndpointsWasNotWalked() {
    assertThat(new RoleWalk(List.of(), visitors, this::asDeclared).faults())
        .containsExactly("no endpoint was found");
  }

  @Test
  void anEndpointMustSayOnceWhoMayCallIt() {
    assertThat(walk(Silent.class, this::asDeclared).faults())
        .containsExactly("GET /api/things does not say who may call it");
    assertThat(walk(Torn.class, this::asDeclared).faults())
        .containsExactly("GET /api/things says more than once who may call it");
  }

  @Test
  void aViewerWritesOnlyWhereThatIsNamed() {
    String name = "POST /api/workspaces/{workspace}/things";
    assertThat(walk(Low.class, this::asDeclared).faults())
        .containsExactly(name + " lets a viewer write");
    assertThat(walk(Low.class, this::asDeclared).whereViewersMayAlso(name).faults()).isEmpty();
    assertThat(walk(Sound.class, this::asDeclared).whereViewersMayAlso(name).faults())
        .containsExactly(name + " is an exception without an endpoint");
  }

  @Test
  void aRoleAndItsWorkspaceBelongTogether() {
    assertThat(walk(Careless.class, this::asDeclared).faults())
        .contains(
            "GET /api/workspaces/{workspace}/things names a {workspace}, but asks for no role in"
                + " it");
    assertThat(walk(Homeless.class, this::asDeclared).faults())
        .contains("GET /api/things asks for a role, but names no {workspace}");
  }

  @Test
  void aRoleBelowTheDeclaredOneThatGetsInIsFound() {
    assertThat(
            walk(
                    Sound.class,
                    (visitor, endpoint, path) ->
                        visitor.who().equals("the analyst") && mine(path)
                            ? answer(200, "{}")
                            : asDeclared(visitor, endpoint, path))
                .faults())
        .singleElement()
        .asString()
        .contains("as the analyst: wanted 403 and who may");
  }

  @Test
  void aRefusalThatDoesNotSayWhoMayIsFound() {
    assertThat(
            walk(
                    Sound.class,
                    (visitor, endpoint, path) -> {
                      Answer answer = asDeclared(visitor, endpoint, path);
                      return answer.status() == 403 ? problem(403, "forbidden") : answer;
                    })
                .faults())
        .hasSize(2);
  }

  @Test
  void aForeignWorkspaceThatAnswersOtherwiseThanAnAbsentOneIsFound() {
    assertThat(
            walk(
                    Sound.class,
                    (visitor, endpoint, path) ->
                        path.contains(visitors.foreign().toString())
                            ? problem(404, "not_found\", \"detail\": \"It is not yours")
                            : asDeclared(visitor, endpoint, path))
                .faults())
        .isNotEmpty();
    assertThat(
            walk(
                    Sound.class,
                    (visitor, endpoint, path) ->
                        path.contains(visitors.foreign().toString()) && !signedOut(visitor)
                            ? answer(200, "{}")
                            : asDeclared(visitor, endpoint, path))
                .faults())
        .isNotEmpty();
  }

  @Test
  void anEndpointThatAsksNobodyForATokenIsFound() {
    assertThat(
            walk(
                    Sound.class,
                    (visitor, endpoint, path) ->
                        signedOut(visitor)
                            ? answer(200, "{}")
                            : asDeclared(visitor, endpoint, path))
                .faults())
        .hasSize(4);
  }

  @Test
  void aServicesEndpointThatLetsAnotherServiceInIsFound() {
    assertThat(
            walk(
                    Internal.class,
                    (visitor, endpoint, path) ->
                        visitor.who().startsWith("the service")
                            ? answer(200, "{}")
                            : problem(401, "not_signed_in"))
                .faults())
        .singleElement()
        .asString()
        .contains("as the service another-service: wanted 403 and who may");
  }

  private RoleWalk walk(Class<?> resource, RoleWalk.Door door) {
    return new RoleWalk(Endpoint.of(resource), visitors, door);
  }

  /** What an application without a hole answers. */
  private Answer asDeclared(Visitor visitor, Endpoint endpoint, String path) {
    if (signedOut(visitor)) {
      return problem(401, "not_signed_in");
    }
    if (!mine(path) || visitor.who().equals("a member of nothing")) {
      return problem(404, "not_found");
    }
    boolean below =
        endpoint.access() instanceof Access.Members(Role from)
            && !Role.of(visitor.who().replace("the ", "")).orElseThrow().atLeast(from);
    return below ? problem(403, FORBIDDEN) : problem(404, "not_found");
  }

  private boolean mine(String path) {
    return path.contains(visitors.workspace().toString());
  }

  private static boolean signedOut(Visitor visitor) {
    return visitor.who().equals("nobody")
        || visitor.who().startsWith("an owner's token")
        || visitor.who().equals("another service");
  }

  private static Answer problem(int status, String code) {
    String trace = UUID.randomUUID().toString().replace("-", "");
    return answer(
        status,
        "{\"type\":\"https://adfleet.io/problems/" + code + "\",\"trace_id\":\"" + trace + "\"}");
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, Map.of("content-type", List.of("application/problem+json")), body);
  }
}
