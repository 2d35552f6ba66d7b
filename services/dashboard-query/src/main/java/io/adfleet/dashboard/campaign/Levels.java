package io.adfleet.dashboard.campaign;

import io.adfleet.contracts.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which level stands below which, and at which its figures are read. */
final class Levels {

  static final String CAMPAIGN = "campaign";
  static final String AD_GROUP = "ad_group";
  static final String ASSET_GROUP = "asset_group";
  static final String AD = "ad";

  private static final String PERFORMANCE_MAX = "performance_max";

  private Levels() {}

  /** The level an entity's figures are read at: those of Meta's ad sets are their ads'. */
  static String readAt(String platform, String kind) {
    return platform.equals(Platform.META) && kind.equals(AD_GROUP) ? AD : kind;
  }

  /**
   * The level at which what breaks an entity down is read, or null where there is none, or where an
   * entity's figures are by definition those of its children.
   */
  static @Nullable String below(String platform, String kind, @Nullable String channel) {
    return switch (kind) {
      case CAMPAIGN ->
          channel != null && channel.toLowerCase(Locale.ROOT).equals(PERFORMANCE_MAX)
              ? ASSET_GROUP
              : readAt(platform, AD_GROUP);
      case AD_GROUP -> readAt(platform, kind).equals(AD) ? null : AD;
      default -> null;
    };
  }
}
