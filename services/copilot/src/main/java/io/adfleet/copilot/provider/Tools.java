package io.adfleet.copilot.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.adfleet.contracts.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The two things a model may say: a query, or why there can be none. */
final class Tools {

  static final String QUERY = "query";
  static final String CANNOT = "cannot_answer";
  static final String WHY = "why";

  /** Why there is no query, each with what a person is told. */
  static final Map<String, String> REASONS =
      Map.of(
          "not_about_figures", "That isn't a question about what the ads did.",
          "changes_something", "I only read figures; campaigns are changed by people, not by me.",
          "future_or_hypothetical", "I only know what has happened, not what will or would.",
          "unknown_metric", "That metric isn't one I know.",
          "unknown_breakdown", "I can tell platforms and campaigns apart, nothing finer.",
          "compares_periods", "I can look at one period at a time.",
          "unclear", "I'm not sure what is meant.");

  private Tools() {}

  static List<ToolSpecification> all() {
    return List.of(query(), cannot());
  }

  private static ToolSpecification query() {
    return ToolSpecification.builder()
        .name(QUERY)
        .description("Asks for figures. Only what was asked for: add no metric and no filter.")
        .parameters(
            JsonObjectSchema.builder()
                .addProperty("metrics", listOf(Query.METRICS, "What is asked for."))
                .addProperty("range", range())
                .addEnumProperty(
                    "breakdown", Query.BREAKDOWNS, "One row for each; left out for the total.")
                .addIntegerProperty("top", "Rows at most, 1 to 100; only with a breakdown.")
                .addEnumProperty(
                    "order",
                    Query.METRICS.stream().flatMap(key -> Stream.of("-" + key, key)).toList(),
                    "The metric rows are ordered by, with - for the highest first; only with a"
                        + " breakdown.")
                .addProperty(
                    "filters",
                    JsonObjectSchema.builder()
                        .addProperty("platform", listOf(Query.PLATFORMS, "Only these platforms."))
                        .additionalProperties(false)
                        .build())
                .required("metrics", "range")
                .additionalProperties(false)
                .build())
        .build();
  }

  private static JsonObjectSchema range() {
    return JsonObjectSchema.builder()
        .description("Either a timeframe, or start and end. N days end today, today included.")
        .addEnumProperty("timeframe", Query.TIMEFRAMES)
        .addStringProperty("start", "An ISO date that stands in the question.")
        .addStringProperty("end", "An ISO date that stands in the question.")
        .additionalProperties(false)
        .build();
  }

  private static ToolSpecification cannot() {
    return ToolSpecification.builder()
        .name(CANNOT)
        .description("Says that no query answers the whole question.")
        .parameters(
            JsonObjectSchema.builder()
                .addEnumProperty(WHY, REASONS.keySet().stream().sorted().toList())
                .required(WHY)
                .additionalProperties(false)
                .build())
        .build();
  }

  private static JsonArraySchema listOf(List<String> values, String description) {
    return JsonArraySchema.builder()
        .description(description)
        .items(JsonEnumSchema.builder().enumValues(values).build())
        .build();
  }
}
