package io.adfleet.gateway.identity;

import io.adfleet.defaults.Identity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, found out at the door.
 *
 * @param origin what they came with, by its hash: a session or a token
 */
public record Asker(Identity identity, String origin) {

  private static final String KEY = "adfleet.asker";

  /** Who makes this request; null before the door and where nobody signed in. */
  public static @Nullable Asker of(RoutingContext request) {
    return request.get(KEY);
  }

  void attach(RoutingContext request) {
    request.put(KEY, this);
  }
}
