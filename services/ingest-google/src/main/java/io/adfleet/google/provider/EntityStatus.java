package io.adfleet.google.provider;

/**
 * One word for what an entity is doing, the same on every platform: what was set first, then what
 * it comes to. A word the platform invented after us counts as limited, never as active.
 */
final class EntityStatus {

  private EntityStatus() {}

  /**
   * @param set what was set: ENABLED, PAUSED, REMOVED
   * @param primary what it comes to: ELIGIBLE, LIMITED, LEARNING, ENDED, …
   * @param serving of campaigns, else empty
   */
  static String of(String set, String primary, String serving) {
    return switch (set) {
      case "REMOVED" -> "removed";
      case "PAUSED" -> "paused";
      case "ENABLED" -> enabled(primary, serving);
      default -> "limited";
    };
  }

  private static String enabled(String primary, String serving) {
    return switch (primary) {
      case "ELIGIBLE" -> "active";
      case "ENDED" -> "ended";
      case "PENDING" -> "pending";
      case "LEARNING" -> "learning";
      case "PAUSED" -> "paused";
      case "REMOVED" -> "removed";
      case "", "UNSPECIFIED", "UNKNOWN" -> served(serving);
      default -> "limited";
    };
  }

  private static String served(String servingStatus) {
    return switch (servingStatus) {
      case "ENDED" -> "ended";
      case "PENDING" -> "pending";
      case "SUSPENDED" -> "limited";
      default -> "active";
    };
  }
}
