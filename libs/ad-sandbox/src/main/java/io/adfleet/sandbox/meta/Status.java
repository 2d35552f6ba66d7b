package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Moment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an object stands: as it was set, and as it comes out with everything above it. */
final class Status {

  /** What is left out of every listing unless it is asked for. */
  static final Set<String> GONE = Set.of("DELETED", "ARCHIVED");

  /** Every word an object may come out as. */
  static final Set<String> WORDS =
      Set.of(
          "ACTIVE",
          "PAUSED",
          "DELETED",
          "ARCHIVED",
          "PENDING_REVIEW",
          "DISAPPROVED",
          "PREAPPROVED",
          "PENDING_BILLING_INFO",
          "CAMPAIGN_PAUSED",
          "ADSET_PAUSED",
          "IN_PROCESS",
          "WITH_ISSUES");

  private static final Set<String> SET = Set.of("ACTIVE", "PAUSED", "DELETED", "ARCHIVED");

  private Status() {}

  /** What someone set it to. */
  static String configured(Entity entity) {
    String word = entity.status();
    if (word.equals("REMOVED")) {
      return "DELETED";
    }
    return SET.contains(word) ? word : "ACTIVE";
  }

  /** What comes out. */
  static String effective(Moment moment, Entity entity) {
    String own = configured(entity);
    if (GONE.contains(own)) {
      return own;
    }
    Entity parent = parent(moment, entity);
    String above = parent == null ? "ACTIVE" : effective(moment, parent);
    if (GONE.contains(above)) {
      return above;
    }
    if (!entity.status().equals("ACTIVE") && WORDS.contains(entity.status())) {
      return entity.status();
    }
    if (parent == null || !configured(parent).equals("PAUSED")) {
      return above.equals("CAMPAIGN_PAUSED") ? above : "ACTIVE";
    }
    return parent.kind() == Kind.CAMPAIGN ? "CAMPAIGN_PAUSED" : "ADSET_PAUSED";
  }

  static @Nullable Entity parent(Moment moment, Entity entity) {
    return entity.parentId() == null ? null : moment.entity(entity.parentId());
  }
}
