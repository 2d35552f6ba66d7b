package io.adfleet.google.structure;

import io.adfleet.google.provider.EntityRow;

/**
 * One word for what an entity is doing, the same on every platform: what was set first, then what it
 * comes to. A word the platform invented after us counts as limited, never as active.
 */
final class EntityStatus {

  private EntityStatus() {}

  static String of(EntityRow row) {
    return switch (row.status()) {
      case "REMOVED" -> "removed";
      case "PAUSED" -> "paused";
      case "ENABLED" -> enabled(row);
      default -> "limited";
    };
  }

  private static String enabled(EntityRow row) {
    return switch (row.primaryStatus()) {
      case "ELIGIBLE" -> "active";
      case "ENDED" -> "ended";
      case "PENDING" -> "pending";
      case "LEARNING" -> "learning";
      case "PAUSED" -> "paused";
      case "REMOVED" -> "removed";
      case "", "UNSPECIFIED", "UNKNOWN" -> served(row.servingStatus());
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
