package io.adfleet.meta.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of Meta's limits is used, as the headers of an answer say it: the most of everything
 * they say.
 *
 * @param account percent of what the account may be asked
 * @param app percent of what the app may ask
 * @param regain how long until the account may be asked again; null where nothing is said
 */
record Load(int account, int app, @Nullable Duration regain) {

  static final Load NONE = new Load(0, 0, null);

  /** Reads headers, given as one JSON object. */
  static Load of(@Nullable String headers) {
    JsonNode all = json(headers);
    int account = 0;
    int app = 0;
    Duration regain = Duration.ZERO;
    for (JsonNode uses : json(all, "x-business-use-case-usage")) {
      for (JsonNode use : uses) {
        account = Math.max(account, most(use));
        regain =
            longer(
                regain, Duration.ofMinutes(use.path("estimated_time_to_regain_access").asLong()));
      }
    }
    JsonNode ofAccount = json(all, "x-ad-account-usage");
    account = Math.max(account, ofAccount.path("acc_id_util_pct").asInt());
    regain = longer(regain, Duration.ofSeconds(ofAccount.path("reset_time_duration").asLong()));
    JsonNode insights = json(all, "x-fb-ads-insights-throttle");
    account = Math.max(account, insights.path("acc_id_util_pct").asInt());
    app = Math.max(app, insights.path("app_id_util_pct").asInt());
    app = Math.max(app, most(json(all, "x-app-usage")));
    return new Load(account, app, regain.isZero() ? null : regain);
  }

  private static int most(JsonNode use) {
    return Math.max(
        use.path("call_count").asInt(),
        Math.max(use.path("total_cputime").asInt(), use.path("total_time").asInt()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static JsonNode json(JsonNode headers, String name) {
    return json(headers.path(name).asText(""));
  }

  /** Nothing where it can't be read: a header is a hint. */
  private static JsonNode json(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Json.mapper().nullNode();
    }
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      return Json.mapper().nullNode();
    }
  }
}
