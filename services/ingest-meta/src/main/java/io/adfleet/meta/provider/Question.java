package io.adfleet.meta.provider;

import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.adfleet.contracts.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question to insights: one row per thing and date, deleted and archived ones included.
 *
 * @param hourly by the hours of the account's clock
 * @param campaigns only what is below these; null for everything
 */
record Question(
    AdsInsights.EnumLevel level,
    LocalDate from,
    LocalDate to,
    boolean hourly,
    @Nullable List<String> campaigns) {

  private static final List<String> MEASURES =
      List.of("spend", "impressions", "clicks", "inline_link_clicks", "actions", "action_values");

  /** The field that names what a row is about. */
  String idField() {
    return level.toString() + "_id";
  }

  boolean isOneRowADate() {
    return level == AdsInsights.EnumLevel.VALUE_ACCOUNT && !hourly;
  }

  int dates() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The earlier and the later half of its dates; the question must have two at least. */
  List<Question> halves() {
    LocalDate middle = from.plusDays(dates() / 2 - 1L);
    return List.of(
        new Question(level, from, middle, hourly, campaigns),
        new Question(level, middle.plusDays(1), to, hourly, campaigns));
  }

  /** The same about some campaigns only. */
  Question about(List<String> some) {
    return new Question(level, from, to, hourly, List.copyOf(some));
  }

  Map<String, Object> parameters(List<String> windows) {
    List<String> fields = new ArrayList<>();
    fields.add(idField());
    fields.addAll(MEASURES);
    if (!hourly) {
      fields.add("attribution_setting");
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("level", level.toString());
    parameters.put("time_range", json(Map.of("since", from.toString(), "until", to.toString())));
    parameters.put("time_increment", "1");
    parameters.put("fields", String.join(",", fields));
    parameters.put("use_unified_attribution_setting", "true");
    if (!windows.isEmpty()) {
      parameters.put("action_attribution_windows", json(windows));
    }
    if (hourly) {
      parameters.put("breakdowns", json(List.of(InsightRows.HOURS)));
    }
    List<Map<String, Object>> filters = filters();
    if (!filters.isEmpty()) {
      parameters.put("filtering", json(filters));
    }
    return parameters;
  }

  private List<Map<String, Object>> filters() {
    List<Map<String, Object>> filters = new ArrayList<>();
    switch (level) {
      case VALUE_CAMPAIGN ->
          filters.add(
              isOneOf("campaign.effective_status", words(Campaign.EnumEffectiveStatus.values())));
      case VALUE_AD ->
          filters.add(isOneOf("ad.effective_status", words(Ad.EnumEffectiveStatus.values())));
      default -> {
        // The account's own figures hold everything.
      }
    }
    if (campaigns != null) {
      filters.add(isOneOf("campaign.id", campaigns));
    }
    return filters;
  }

  private static Map<String, Object> isOneOf(String field, List<String> values) {
    return Map.of("field", field, "operator", "IN", "value", values);
  }

  /** Every state the library knows: what isn't named is left out of an answer. */
  static List<String> words(Enum<?>[] states) {
    return Arrays.stream(states).map(Object::toString).sorted().toList();
  }

  static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }
}
