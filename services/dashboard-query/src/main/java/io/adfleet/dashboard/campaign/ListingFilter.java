package io.adfleet.dashboard.campaign;

import io.adfleet.defaults.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a listing is about.
 *
 * @param parent whose children; campaigns where it is absent
 * @param statuses any of these; all where it is empty
 */
record ListingFilter(@Nullable UUID parent, Set<String> statuses) {

  private static final List<String> STATUSES =
      List.of("active", "paused", "removed", "limited", "learning", "pending", "ended");

  static ListingFilter of(@Nullable String parent, @Nullable String status) {
    return new ListingFilter(parent(parent), statuses(status));
  }

  boolean matches(Described described) {
    return statuses.isEmpty()
        || described.status() != null && statuses.contains(described.status());
  }

  private static @Nullable UUID parent(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          "parent",
          "The parent is not an entity_id.",
          "Use the entity_id of a campaign or ad group.");
    }
  }

  private static Set<String> statuses(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Set.of();
    }
    Set<String> asked = Set.copyOf(List.of(text.split(",")));
    if (!STATUSES.containsAll(asked)) {
      throw ProblemException.invalid(
          "status",
          "There is no such status.",
          "Use one or more of " + String.join(", ", STATUSES) + ".");
    }
    return asked;
  }
}
