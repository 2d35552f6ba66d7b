package io.adfleet.defaults;

import java.util.Locale;
import java.util.Optional;

/** What a member may do, in rising order. */
public enum Role {
  VIEWER,
  ANALYST,
  ADMIN,
  OWNER;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public boolean atLeast(Role needed) {
    return compareTo(needed) >= 0;
  }
}
