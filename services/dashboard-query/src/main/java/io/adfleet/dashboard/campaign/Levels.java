package io.adfleet.dashboard.campaign;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which level stands below which. */
final class Levels {

  static final String CAMPAIGN = "campaign";
  static final String AD_GROUP = "ad_group";
  static final String ASSET_GROUP = "asset_group";
  static final String AD = "ad";

  private static final String PERFORMANCE_MAX = "performance_max";

  private Levels() {}

  /** The level that breaks an entity down, or null where there is none. */
  static @Nullable String below(String kind, @Nullable String channel) {
    return switch (kind) {
      case CAMPAIGN ->
          channel != null && channel.toLowerCase(Locale.ROOT).equals(PERFORMANCE_MAX)
              ? ASSET_GROUP
              : AD_GROUP;
      case AD_GROUP -> AD;
      default -> null;
    };
  }
}
