package io.adfleet.gateway.routing;

import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The services behind the gateway. What anybody may send has connections and a waiting line of its
 * own, so that a flood of it leaves room for the people who ask the same service.
 */
@ApplicationScoped
class Upstreams {

  private static final Upstream.Width OF_MEMBERS = new Upstream.Width(128, 1_000);

  private final Map<Target, Upstream> ofMembers = new EnumMap<>(Target.class);
  private final Map<Target, Upstream> ofAnybody = new EnumMap<>(Target.class);

  Upstreams(Vertx vertx, GatewayConfig config, Refusals refusals) {
    Upstream.Width narrow =
        new Upstream.Width(
            config.upstreams().openRequests(), config.upstreams().openRequestsWaiting());
    for (Target target : Target.values()) {
      URI address = address(target, config.upstreams());
      String name = target.audience();
      ofMembers.put(target, new Upstream(name, address, OF_MEMBERS, vertx, config, refusals));
      ofAnybody.put(target, new Upstream(name, address, narrow, vertx, config, refusals));
    }
  }

  Upstream of(Target target, String path) {
    return Objects.requireNonNull((Paths.open(path) ? ofAnybody : ofMembers).get(target));
  }

  private static URI address(Target target, GatewayConfig.Upstreams upstreams) {
    return switch (target) {
      case CONNECTIONS -> upstreams.connections();
      case DASHBOARD_QUERY -> upstreams.dashboardQuery();
      case SNAPSHOT_STORE -> upstreams.snapshotStore();
      case ATTRIBUTION -> upstreams.attribution();
      case COPILOT -> upstreams.copilot();
    };
  }
}
