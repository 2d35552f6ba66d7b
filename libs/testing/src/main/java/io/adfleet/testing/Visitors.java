package io.adfleet.testing;

import io.adfleet.defaults.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who goes along on a {@link RoleWalk}. */
public interface Visitors {

  /** The workspace whose members they are. */
  UUID workspace();

  /** A workspace of others. */
  UUID foreign();

  /** A member of the workspace in this role, and of no other workspace. */
  Visitor member(Role role);

  /** Somebody who is a member of nothing. */
  Visitor withoutWorkspace();

  /** Those whose credentials mean nothing to a person's endpoint, such as another service's. */
  List<Visitor> impostors();

  /** Another service; empty where services have no business. */
  Optional<Visitor> service(String client);
}
