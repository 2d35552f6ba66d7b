package io.adfleet.connections.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.connections.provider.FoundAccount.Access;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ad accounts a consent reaches, page by page, each below the business it belongs to where Meta
 * says which. A business stands among them as what holds accounts and has no figures of its own.
 */
final class MetaDirectory {

  private static final String FIELDS =
      "account_id,name,currency,timezone_name,account_status,business{id,name}";
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 100;
  private static final Duration TOTAL = Duration.ofSeconds(60);

  private final MetaGraph graph;

  MetaDirectory(MetaGraph graph) {
    this.graph = graph;
  }

  List<FoundAccount> accounts(String accessToken) {
    long end = System.nanoTime() + TOTAL.toNanos();
    Map<String, FoundAccount> found = new LinkedHashMap<>();
    String after = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = graph.get("me/adaccounts", accessToken, query(after));
      for (JsonNode account : answer.path("data")) {
        add(found, account);
      }
      after = text(answer.path("paging").path("cursors").path("after"));
      if (after == null || !answer.path("paging").has("next")) {
        return List.copyOf(found.values());
      }
      if (System.nanoTime() > end) {
        break;
      }
    }
    throw new PlatformRefusal(
        PlatformRefusal.Kind.UNAVAILABLE, "listing the ad accounts takes too long");
  }

  private static Map<String, String> query(@Nullable String after) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("fields", FIELDS);
    query.put("limit", Integer.toString(PAGE));
    if (after != null) {
      query.put("after", after);
    }
    return query;
  }

  private static void add(Map<String, FoundAccount> found, JsonNode account) {
    String business = text(account.path("business").path("id"));
    if (business != null) {
      found.putIfAbsent(
          business,
          new FoundAccount(
              business,
              null,
              null,
              text(account.path("business").path("name")),
              null,
              null,
              true,
              Access.ENABLED));
    }
    String id = account.path("account_id").asText();
    found.putIfAbsent(
        id,
        new FoundAccount(
            id,
            business,
            null,
            text(account.path("name")),
            text(account.path("currency")),
            text(account.path("timezone_name")),
            false,
            access(account.path("account_status").asInt())));
  }

  /** What is unsettled or under review can still be read. */
  private static Access access(int status) {
    return switch (status) {
      case 2, 101, 202 -> Access.DISABLED;
      default -> Access.ENABLED;
    };
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.asText("");
    return text.isEmpty() ? null : text;
  }
}
