package io.adfleet.google.provider;

import io.adfleet.contracts.Level;
import java.time.LocalDate;

/**
 * The questions we ask, in the Google Ads Query Language. No status filter anywhere: removed
 * entities keep their figures. Segments that drop rows (keywords, conversion actions) are never
 * mixed with cost.
 */
final class Queries {

  private static final String MEASURES =
      "segments.date, metrics.cost_micros, metrics.impressions, metrics.clicks,"
          + " metrics.conversions, metrics.conversions_value";
  private static final String BY_CONVERSION_DATE =
      ", metrics.conversions_by_conversion_date, metrics.conversions_value_by_conversion_date";

  private Queries() {}

  static String figures(String level, LocalDate from, LocalDate to) {
    return "SELECT %s, %s%s FROM %s WHERE %s"
        .formatted(id(level), MEASURES, BY_CONVERSION_DATE, resource(level), between(from, to));
  }

  static String hours(LocalDate from, LocalDate to) {
    return "SELECT campaign.id, segments.hour, %s FROM campaign WHERE %s"
        .formatted(MEASURES, between(from, to));
  }

  static String totals(LocalDate from, LocalDate to) {
    return "SELECT customer.id, %s%s FROM customer WHERE %s"
        .formatted(MEASURES, BY_CONVERSION_DATE, between(from, to));
  }

  static String entities(String kind) {
    return switch (kind) {
      case Level.CAMPAIGN ->
          "SELECT campaign.id, campaign.name, campaign.status, campaign.primary_status,"
              + " campaign.serving_status, campaign.advertising_channel_type,"
              + " campaign_budget.amount_micros FROM campaign";
      case Level.AD_GROUP ->
          "SELECT ad_group.id, ad_group.name, ad_group.status, ad_group.primary_status,"
              + " campaign.id FROM ad_group";
      case Level.AD ->
          "SELECT ad_group_ad.ad.id, ad_group_ad.ad.name, ad_group_ad.ad.type,"
              + " ad_group_ad.ad.image_ad.name, ad_group_ad.ad.image_ad.image_url,"
              + " ad_group_ad.status, ad_group_ad.primary_status, ad_group.id FROM ad_group_ad";
      case Level.ASSET_GROUP ->
          "SELECT asset_group.id, asset_group.name, asset_group.status,"
              + " asset_group.primary_status, campaign.id FROM asset_group";
      default -> throw new IllegalArgumentException("no entities of kind " + kind);
    };
  }

  private static String id(String level) {
    return level.equals(Level.AD) ? "ad_group_ad.ad.id" : resource(level) + ".id";
  }

  private static String resource(String level) {
    return switch (level) {
      case Level.CAMPAIGN -> "campaign";
      case Level.AD_GROUP -> "ad_group";
      case Level.AD -> "ad_group_ad";
      case Level.ASSET_GROUP -> "asset_group";
      default -> throw new IllegalArgumentException("no figures at level " + level);
    };
  }

  private static String between(LocalDate from, LocalDate to) {
    return "segments.date BETWEEN '%s' AND '%s'".formatted(from, to);
  }
}
