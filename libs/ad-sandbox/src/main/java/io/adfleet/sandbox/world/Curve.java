package io.adfleet.sandbox.world;

import org.jspecify.annotations.Nullable;

/** How a channel's day spreads over its hours, as whole weights. */
enum Curve {
  SEARCH(3, 2, 1, 1, 1, 2, 4, 7, 11, 14, 15, 15, 13, 14, 15, 15, 14, 13, 13, 14, 14, 12, 8, 5),
  SOCIAL(6, 4, 2, 1, 1, 2, 5, 8, 9, 9, 9, 10, 12, 11, 10, 10, 11, 12, 14, 17, 19, 19, 16, 11),
  EVEN(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
  SHOP(5, 3, 2, 1, 1, 2, 4, 6, 8, 10, 12, 13, 14, 13, 12, 12, 13, 14, 16, 18, 19, 17, 13, 9);

  private final long[] weights = new long[LocalDay.HOURS];

  Curve(int... hours) {
    for (int hour = 0; hour < hours.length; hour++) {
      weights[hour] = hours[hour];
    }
  }

  static Curve of(@Nullable String channel) {
    return switch (channel) {
      case "SEARCH" -> SEARCH;
      case "SHOPPING", "PERFORMANCE_MAX", "OUTCOME_SALES" -> SHOP;
      case null -> EVEN;
      case String meta when meta.startsWith("OUTCOME_") -> SOCIAL;
      case "DISPLAY", "VIDEO", "DEMAND_GEN" -> SOCIAL;
      default -> EVEN;
    };
  }

  /** Weights of the hours of that day; an hour that doesn't exist weighs nothing. */
  long[] weights(LocalDay day) {
    long[] minutes = day.minutes();
    for (int hour = 0; hour < minutes.length; hour++) {
      minutes[hour] *= weights[hour];
    }
    return minutes;
  }
}
