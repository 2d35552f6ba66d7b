package io.adfleet.meta.provider;

/**
 * One word for what an entity is doing, the same on every platform, from what it comes out as with
 * everything above it. A word Meta invented after us counts as limited, never as active.
 */
final class EntityStatus {

  private EntityStatus() {}

  static String of(String effective) {
    return switch (effective) {
      case "ACTIVE" -> "active";
      case "PAUSED", "CAMPAIGN_PAUSED", "ADSET_PAUSED" -> "paused";
      case "DELETED", "ARCHIVED" -> "removed";
      case "IN_PROCESS", "PENDING_REVIEW", "PREAPPROVED" -> "pending";
      default -> "limited";
    };
  }
}
