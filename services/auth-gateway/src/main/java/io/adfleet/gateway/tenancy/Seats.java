package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody's role in one workspace, and the rule of who may give which. */
record Seats(Map<UUID, Role> roles) {

  /**
   * Refuses what somebody in this role may not make of a person.
   *
   * @param wanted null where the person is to be removed
   */
  void check(Role giver, UUID person, @Nullable Role wanted) {
    refusal(giver, person, wanted)
        .ifPresent(sentence -> {
          throw new ProblemException(Problems.FORBIDDEN, sentence);
        });
  }

  /** Why somebody in this role may not make a person that; empty if they may. */
  Optional<String> refusal(Role giver, UUID person, @Nullable Role wanted) {
    Role present = roles.get(person);
    boolean aboutAnOwner = wanted == Role.OWNER || present == Role.OWNER;
    if (aboutAnOwner && giver != Role.OWNER) {
      return Optional.of(
          "Owners are made and changed by owners; you are "
              + giver.word()
              + ". Ask an owner of the workspace.");
    }
    if (present == Role.OWNER && wanted != Role.OWNER && owners() == 1) {
      return Optional.of("This is the last owner. Make somebody else an owner first.");
    }
    return Optional.empty();
  }

  private long owners() {
    return roles.values().stream().filter(Role.OWNER::equals).count();
  }
}
