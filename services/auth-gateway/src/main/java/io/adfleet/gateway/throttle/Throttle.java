package io.adfleet.gateway.throttle;

import io.adfleet.defaults.Problems;
import io.adfleet.gateway.ClientAddress;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.gateway.identity.Asker;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Counts requests by address before anybody is known (keys could be invented there), and by caller
 * afterwards.
 */
@ApplicationScoped
class Throttle {

  private static final int BEFORE_THE_DOOR = 400;
  private static final int AFTER_THE_DOOR = 240;

  private final Buckets byAddress;
  private final Buckets byCaller;
  private final ClientAddress addresses;
  private final Refusals refusals;

  Throttle(GatewayConfig config, ClientAddress addresses, Refusals refusals) {
    this.byAddress = new Buckets(config.limits().requestsPerMinuteAndAddress());
    this.byCaller = new Buckets(config.limits().requestsPerMinuteAndCaller());
    this.addresses = addresses;
    this.refusals = refusals;
  }

  void filters(@Observes Filters filters) {
    filters.register(this::address, BEFORE_THE_DOOR);
    filters.register(this::caller, AFTER_THE_DOOR);
  }

  private void address(RoutingContext request) {
    String path = request.normalizedPath();
    if (!Paths.guarded(path) && !path.startsWith("/auth/") && !path.equals("/live")) {
      request.next();
      return;
    }
    pass(request, byAddress.take(addresses.of(request.request())), "address");
  }

  private void caller(RoutingContext request) {
    Asker asker = Asker.of(request);
    if (asker == null) {
      request.next();
    } else {
      pass(request, byCaller.take(asker.origin()), "caller");
    }
  }

  private void pass(RoutingContext request, Buckets.Outcome outcome, String policy) {
    var headers = request.response().headers();
    headers.set("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(policy, outcome.limit()));
    headers.set(
        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, outcome.remaining(), outcome.reset()));
    if (outcome.allowed()) {
      request.next();
      return;
    }
    headers.set("Retry-After", Long.toString(outcome.reset()));
    refusals.send(
        request,
        Problems.TOO_MANY_REQUESTS,
        "At most %d requests a minute are answered. Try again in %d s."
            .formatted(outcome.limit(), outcome.reset()));
  }
}
