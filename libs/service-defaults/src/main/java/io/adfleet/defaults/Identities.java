package io.adfleet.defaults;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Finds out who calls. Services read the gateway's internal token; the gateway brings its own. */
public interface Identities {

  /** The caller, or null when the request carries no valid credential. */
  Uni<@Nullable Identity> identify(RoutingContext request);
}
