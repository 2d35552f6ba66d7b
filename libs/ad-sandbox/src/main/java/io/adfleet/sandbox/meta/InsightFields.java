package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of insights of which the sandbox has something to say. */
final class InsightFields {

  private static final List<String> USUAL = List.of("impressions", "spend");

  private static final Set<String> SERVED =
      Set.of(
          "account_id",
          "account_name",
          "account_currency",
          "campaign_id",
          "campaign_name",
          "adset_id",
          "adset_name",
          "ad_id",
          "ad_name",
          "objective",
          "buying_type",
          "attribution_setting",
          "spend",
          "impressions",
          "clicks",
          "inline_link_clicks",
          "reach",
          "actions",
          "action_values",
          "date_start",
          "date_stop");

  private InsightFields() {}

  static Set<String> of(GraphCall call) {
    FieldList list = FieldList.of(call);
    for (String field : list.names()) {
      if (!SERVED.contains(field)) {
        throw Failures.parameter(
            KnownFields.has("AdsInsights", field)
                ? "The sandbox has no figures for " + field + "."
                : field
                    + " is not valid for fields param. please check"
                    + " https://developers.facebook.com/docs/marketing-api/reference/ads-insights/"
                    + " for all valid values");
      }
    }
    return new LinkedHashSet<>(list.isEmpty() ? USUAL : list.names());
  }
}
