package io.adfleet.gateway.live;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The rule of how many pages may be open: so many in all, and of them so many of one person. */
final class Places {

  /** What somebody is told who wants one more. */
  enum Answer {
    TAKEN,
    PERSON_HAS_ENOUGH,
    ALL_TAKEN
  }

  private final int most;
  private final int mostOfOnePerson;
  private final Map<UUID, Integer> byPerson = new HashMap<>();
  private int taken;

  Places(int most, int mostOfOnePerson) {
    this.most = most;
    this.mostOfOnePerson = mostOfOnePerson;
  }

  /** Takes a place for a page, where one is left. */
  synchronized Answer take(UUID person) {
    if (byPerson.getOrDefault(person, 0) >= mostOfOnePerson) {
      return Answer.PERSON_HAS_ENOUGH;
    }
    if (taken >= most) {
      return Answer.ALL_TAKEN;
    }
    byPerson.merge(person, 1, Integer::sum);
    taken++;
    return Answer.TAKEN;
  }

  /** Gives back a place that was taken. */
  synchronized void leave(UUID person) {
    byPerson.computeIfPresent(person, (p, pages) -> pages == 1 ? null : pages - 1);
    taken--;
  }

  synchronized int taken() {
    return taken;
  }
}
