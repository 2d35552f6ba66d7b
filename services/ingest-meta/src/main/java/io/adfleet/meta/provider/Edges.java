package io.adfleet.meta.provider;

import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.Campaign;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.PlatformException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists what hangs on an account, page by page. */
final class Edges {

  static final List<String> CAMPAIGN_STATES = Question.words(Campaign.EnumEffectiveStatus.values());
  static final List<String> AD_SET_STATES = Question.words(AdSet.EnumEffectiveStatus.values());
  static final List<String> AD_STATES = Question.words(Ad.EnumEffectiveStatus.values());

  /**
   * What is listed.
   *
   * @param states all of them: what is deleted or archived is left out unless it is named
   */
  record Edge(String name, String fields, List<String> states, int page) {}

  private Edges() {}

  static void list(GraphCalls calls, AdAccount account, Edge edge, Consumer<JsonNode> sink) {
    String after = null;
    int limit = edge.page();
    while (true) {
      JsonNode page;
      try {
        page =
            GraphCalls.tree(
                calls.get(
                    account,
                    edge.name(),
                    GraphCalls.node(account) + "/" + edge.name(),
                    parameters(edge, limit, after)));
      } catch (PlatformException e) {
        if (!e.failure().code().equals(Failures.PAGE_TOO_LARGE) || limit == 1) {
          throw e;
        }
        limit = limit / 2;
        continue;
      }
      page.path("data").forEach(sink);
      after = page.path("paging").path("cursors").path("after").asText("");
      if (after.isEmpty() || !page.path("paging").has("next")) {
        return;
      }
    }
  }

  private static Map<String, Object> parameters(Edge edge, int limit, @Nullable String after) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("fields", edge.fields());
    parameters.put("effective_status", Question.json(edge.states()));
    parameters.put("limit", Integer.toString(limit));
    if (after != null) {
      parameters.put("after", after);
    }
    return parameters;
  }
}
