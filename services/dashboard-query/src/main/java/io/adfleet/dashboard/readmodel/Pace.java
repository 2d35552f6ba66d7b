package io.adfleet.dashboard.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * At most one hint per workspace and second: the first goes at once, what follows within the second
 * is said together at its end, so that the last change is never kept back.
 */
final class Pace {

  static final Duration GAP = Duration.ofSeconds(1);

  /** More accounts than this are not named; the hint then means the whole workspace. */
  static final int MOST_ACCOUNTS = 12;

  /** What changed since the last hint. */
  record Change(UUID workspace, Set<UUID> accounts, Instant asOf, @Nullable String traceparent) {

    Change and(Change later) {
      Set<UUID> both = new LinkedHashSet<>(accounts);
      both.addAll(later.accounts);
      return new Change(
          workspace,
          both,
          later.asOf.isAfter(asOf) ? later.asOf : asOf,
          later.traceparent == null ? traceparent : later.traceparent);
    }

    List<UUID> named() {
      return accounts.size() > MOST_ACCOUNTS ? List.of() : List.copyOf(accounts);
    }
  }

  private final Map<UUID, Instant> said = new HashMap<>();
  private final Map<UUID, Change> waiting = new HashMap<>();

  /** Takes changes in and gives those that may be said now. */
  synchronized List<Change> take(List<Change> changes, Instant now) {
    for (Change change : changes) {
      waiting.merge(change.workspace(), change, Change::and);
    }
    return due(now);
  }

  /** Those whose second is over. */
  synchronized List<Change> due(Instant now) {
    said.values().removeIf(at -> !at.plus(GAP).isAfter(now));
    List<Change> due = new ArrayList<>();
    for (Iterator<Change> changes = waiting.values().iterator(); changes.hasNext(); ) {
      Change change = changes.next();
      if (!said.containsKey(change.workspace())) {
        said.put(change.workspace(), now);
        due.add(change);
        changes.remove();
      }
    }
    return due;
  }
}
