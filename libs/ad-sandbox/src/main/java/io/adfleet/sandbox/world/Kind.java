package io.adfleet.sandbox.world;

import org.jspecify.annotations.Nullable;

/** What an entity is. Meta's word for an ad group is ad set. */
public enum Kind {
  CAMPAIGN(null),
  AD_GROUP(CAMPAIGN),
  AD(AD_GROUP),
  ASSET_GROUP(CAMPAIGN);

  private final @Nullable Kind parent;

  Kind(@Nullable Kind parent) {
    this.parent = parent;
  }

  /** The kind above, or null for a campaign. */
  public @Nullable Kind parent() {
    return parent;
  }

  /** The kind of a platform's word, or null if that platform has none of that word. */
  static @Nullable Kind of(Platform platform, String word) {
    return switch (word) {
      case "campaign" -> CAMPAIGN;
      case "ad_group" -> AD_GROUP;
      case "ad_set" -> platform == Platform.GOOGLE ? null : AD_GROUP;
      case "ad" -> AD;
      case "asset_group" -> platform == Platform.GOOGLE ? ASSET_GROUP : null;
      default -> null;
    };
  }

  /** That platform's word for this kind. */
  public String word(Platform platform) {
    return switch (this) {
      case CAMPAIGN -> "campaign";
      case AD_GROUP -> platform == Platform.META ? "ad_set" : "ad_group";
      case AD -> "ad";
      case ASSET_GROUP -> "asset_group";
    };
  }
}
