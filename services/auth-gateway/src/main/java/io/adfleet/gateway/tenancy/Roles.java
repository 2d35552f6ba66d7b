package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Identity;
import io.adfleet.defaults.Role;

/** The rule for what a token may be in its workspace. */
final class Roles {

  private Roles() {}

  /** The member's role, but never more than the token the caller came with has. */
  static Role capped(Identity who, Role member) {
    Role cap = who.role();
    return who.session() == null && cap != null && !cap.atLeast(member) ? cap : member;
  }
}
