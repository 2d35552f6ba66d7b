package io.adfleet.gateway;

import io.adfleet.defaults.Role;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RoleWalk;
import io.adfleet.testing.Tokens;
import io.adfleet.testing.Visitor;
import io.adfleet.testing.Visitors;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every endpoint of the gateway's own lets in whom it declares, and nobody else. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class RoleWalkIT {

  @Inject People people;

  @Test
  void everyEndpointLetsInWhomItDeclares() {
    RoleWalk.through(new SignedIn(people)).check();
  }

  /** People with a session, as their browsers ask. */
  private static final class SignedIn implements Visitors {

    private final People people;
    private final UUID workspace;
    private final UUID foreign;
    private final Map<Role, Visitor> members = new EnumMap<>(Role.class);

    SignedIn(People people) {
      this.people = people;
      String owner = people.somebodyNew();
      String here = Asking.workspace(owner);
      workspace = UUID.fromString(here);
      foreign = UUID.fromString(Asking.workspace(people.somebodyNew()));
      members.put(Role.OWNER, browser("the owner", owner));
      for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.ADMIN)) {
        String member = people.somebodyNew();
        Asking.join(owner, here, member, role.word());
        members.put(role, browser("the " + role.word(), member));
      }
    }

    @Override
    public UUID workspace() {
      return workspace;
    }

    @Override
    public UUID foreign() {
      return foreign;
    }

    @Override
    public Visitor member(Role role) {
      return members.get(role);
    }

    @Override
    public Visitor withoutWorkspace() {
      return browser("a member of nothing", people.somebodyNew());
    }

    @Override
    public List<Visitor> impostors() {
      return List.of(
          browser("somebody with a made-up session", UUID.randomUUID().toString()),
          Visitor.bearing("somebody with a made-up token", "adf_" + "x".repeat(43)),
          Visitor.bearing(
              "an owner's internal token",
              Tokens.internal(
                  "auth-gateway", UUID.randomUUID(), workspace, Role.OWNER, "session-1")),
          Visitor.bearing("another service", Tokens.service("adfleet-copilot")));
    }

    @Override
    public Optional<Visitor> service(String client) {
      return Optional.empty();
    }

    private static Visitor browser(String who, String cookie) {
      return new Visitor(who, Map.of("Cookie", "q_session=" + cookie, "X-Adfleet-Request", "1"));
    }
  }
}
