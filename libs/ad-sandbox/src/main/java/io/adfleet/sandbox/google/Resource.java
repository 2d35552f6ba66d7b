package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a query can ask FROM, and which other resources come along with it. */
enum Resource {
  CUSTOMER,
  CUSTOMER_CLIENT("customer"),
  CAMPAIGN("customer", "campaign_budget"),
  AD_GROUP("customer", "campaign"),
  AD_GROUP_AD("customer", "campaign", "ad_group"),
  ASSET_GROUP("customer", "campaign"),
  CAMPAIGN_BUDGET("customer");

  private static final Set<String> METRICS =
      Set.of(
          "metrics.cost_micros",
          "metrics.impressions",
          "metrics.clicks",
          "metrics.conversions",
          "metrics.conversions_value",
          "metrics.conversions_by_conversion_date",
          "metrics.conversions_value_by_conversion_date");

  private static final Set<String> SEGMENTS = Set.of("segments.date", "segments.hour");

  private final Set<String> attributed;

  Resource(String... attributed) {
    this.attributed = Set.of(attributed);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The resource a query asks, after every rule about which fields go together. */
  static Resource of(Gaql query) {
    Resource resource =
        Arrays.stream(values())
            .filter(candidate -> candidate.word().equals(query.from()))
            .findFirst()
            .orElseThrow(() ->
                Failures.query(
                    QueryError.BAD_RESOURCE_TYPE_IN_FROM_CLAUSE,
                    "'"
                        + query.from()
                        + "' is not a resource of the sandbox; it knows "
                        + Arrays.stream(values())
                            .map(Resource::word)
                            .collect(Collectors.joining(", "))
                        + "."));
    query.fields().forEach(resource::check);
    checkSegments(query);
    return resource;
  }

  private void check(Field field) {
    String path = field.path();
    switch (field.root()) {
      case "metrics" -> {
        if (this == CUSTOMER_CLIENT || !METRICS.contains(path)) {
          throw Failures.query(
              QueryError.PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE,
              "The sandbox has no '" + path + "' of " + word() + ".");
        }
      }
      case "segments" -> {
        if (this == CUSTOMER_CLIENT || !SEGMENTS.contains(path)) {
          throw Failures.query(
              QueryError.PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE,
              "The sandbox doesn't segment " + word() + " by '" + path + "'.");
        }
      }
      default -> {
        if (!field.root().equals(word()) && !attributed.contains(field.root())) {
          throw Failures.query(
              QueryError.PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE,
              "'" + path + "' cannot be asked FROM " + word() + ".");
        }
      }
    }
  }

  private static void checkSegments(Gaql query) {
    boolean fromBelow =
        query.where().stream().anyMatch(c -> Condition.isDate(c.field()) && c.bounds(true));
    boolean fromAbove =
        query.where().stream().anyMatch(c -> Condition.isDate(c.field()) && c.bounds(false));
    if (query.selects("segments.date") && !(fromBelow && fromAbove)) {
      throw Failures.query(
          QueryError.EXPECTED_FILTERS_ON_DATE_RANGE,
          "'segments.date' in SELECT needs a finite range of dates in WHERE.");
    }
    query
        .fields()
        .map(Field::path)
        .filter(path -> path.equals("segments.hour") && !query.selects(path))
        .findFirst()
        .ifPresent(path -> {
          throw Failures.query(
              QueryError.EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE,
              "'" + path + "' must be in SELECT too.");
        });
  }
}
