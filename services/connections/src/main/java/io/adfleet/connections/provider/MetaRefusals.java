package io.adfleet.connections.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.IOException;
import java.util.Set;

/** What a refused call of the Graph API means, read from its error code. */
final class MetaRefusals {

  private static final Set<Integer> TOKEN_IS_DEAD = Set.of(102, 190);

  /** Limits of the app, the person and the page; those of single products lie above 80,000. */
  private static final Set<Integer> LIMITS = Set.of(4, 17, 32, 341, 613);

  private MetaRefusals() {}

  static PlatformRefusal of(int status, byte[] body) {
    JsonNode error = error(body);
    int code = error.path("code").asInt(0);
    int subcode = error.path("error_subcode").asInt(0);
    return new PlatformRefusal(
        kind(status, code, error.path("is_transient").asBoolean()),
        "the Graph API answered " + status + " code " + code + "/" + subcode);
  }

  private static PlatformRefusal.Kind kind(int status, int code, boolean passing) {
    if (TOKEN_IS_DEAD.contains(code)) {
      return PlatformRefusal.Kind.REVOKED;
    }
    boolean limited = LIMITS.contains(code) || (code >= 80_000 && code < 81_000);
    return passing || limited || status == 429 || status / 100 == 5
        ? PlatformRefusal.Kind.UNAVAILABLE
        : PlatformRefusal.Kind.REFUSED;
  }

  private static JsonNode error(byte[] body) {
    try {
      JsonNode answer = Json.mapper().readTree(body);
      return answer == null ? Json.mapper().nullNode() : answer.path("error");
    } catch (IOException e) {
      return Json.mapper().nullNode();
    }
  }
}
