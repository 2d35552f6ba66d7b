package io.adfleet.gateway.identity;

import io.adfleet.defaults.Identities;
import io.adfleet.defaults.Identity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The gateway's own endpoints know who calls from the door, not from an internal token. */
@ApplicationScoped
class AskerIdentities implements Identities {

  @Override
  public Uni<@Nullable Identity> identify(RoutingContext request) {
    Asker asker = Asker.of(request);
    return Uni.createFrom().item(asker == null ? null : asker.identity());
  }
}
