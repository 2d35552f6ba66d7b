package io.adfleet.testing;

import io.adfleet.defaults.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Visitors of a service behind the gateway, with the tokens of {@link Tokens}. */
final class ServiceVisitors implements Visitors {

  private final String service;
  private final UUID workspace = UUID.randomUUID();
  private final UUID foreign = UUID.randomUUID();

  ServiceVisitors(String service) {
    this.service = service;
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
    return Visitor.bearing("the " + role.word(), token(service, workspace, role));
  }

  @Override
  public Visitor withoutWorkspace() {
    return Visitor.bearing(
        "a member of nothing",
        Tokens.internal(service, UUID.randomUUID(), null, null, "session-" + UUID.randomUUID()));
  }

  @Override
  public List<Visitor> impostors() {
    String broken = token(service, workspace, Role.OWNER);
    return List.of(
        Visitor.bearing(
            "an owner's token for another service",
            token("another-service", workspace, Role.OWNER)),
        Visitor.bearing(
            "an owner's token with another signature",
            broken.substring(0, broken.lastIndexOf('.') + 1)
                + Tokens.service("somebody").replaceFirst("^.*\\.", "")),
        Visitor.bearing("another service", Tokens.service("adfleet-copilot")));
  }

  @Override
  public Optional<Visitor> service(String client) {
    return Optional.of(Visitor.bearing("the service " + client, Tokens.service(client)));
  }

  private static String token(String audience, UUID workspace, Role role) {
    return Tokens.internal(
        audience, UUID.randomUUID(), workspace, role, "session-" + UUID.randomUUID());
  }
}
