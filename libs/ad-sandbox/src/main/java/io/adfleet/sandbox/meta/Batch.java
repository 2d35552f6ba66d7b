package io.adfleet.sandbox.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.store.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many calls in one, each answered for itself; what fails of them doesn't fail the others. */
final class Batch {

  private static final int MOST = 50;

  /** The answer to one call of a batch. */
  record Item(int status, Map<String, Object> headers, Object body) {}

  private final Function<Visit, Item> single;

  Batch(Function<Visit, Item> single) {
    this.single = single;
  }

  List<Map<String, Object>> answer(GraphCall call) {
    JsonNode calls = call.json("batch");
    if (!calls.isArray()) {
      throw Failures.parameter("param batch must be an array.");
    }
    if (calls.size() > MOST) {
      throw Failures.parameter(
          "Too many requests in batch message. Maximum batch size is " + MOST + ".");
    }
    boolean headers = !"false".equals(call.text("include_headers"));
    List<Map<String, Object>> answers = new ArrayList<>();
    for (JsonNode node : calls) {
      answers.add(view(single.apply(new Visit(one(call, node))), headers));
    }
    return answers;
  }

  private static GraphCall one(GraphCall call, JsonNode node) {
    return call.within(
        node.path("method").asText("GET"),
        node.path("relative_url").asText(),
        text(node.get("body")));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  private static Map<String, Object> view(Item item, boolean headers) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("code", item.status());
    if (headers) {
      view.put(
          "headers",
          item.headers().entrySet().stream()
              .map(header -> Map.of("name", header.getKey(), "value", json(header.getValue())))
              .toList());
    }
    view.put("body", json(item.body()));
    return view;
  }

  static String json(Object value) {
    try {
      return value instanceof String text ? text : JsonFile.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }
}
