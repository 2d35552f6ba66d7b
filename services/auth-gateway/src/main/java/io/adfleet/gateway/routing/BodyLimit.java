package io.adfleet.gateway.routing;

import io.adfleet.defaults.Problems;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How much one request may send. An announced length is judged at once; a body without one is
 * counted, by {@link LimitedBody} on its way to a service and here for the gateway's own endpoints.
 */
@ApplicationScoped
class BodyLimit {

  private static final int ORDER = 350;
  private static final int TOO_LARGE = 413;

  private final long most;
  private final Refusals refusals;

  BodyLimit(GatewayConfig config, Refusals refusals) {
    this.most = config.limits().bodyBytes();
    this.refusals = refusals;
  }

  void filters(@Observes Filters filters) {
    filters.register(this::announced, ORDER);
  }

  void routes(@Observes Router router) {
    BodyHandler counted = BodyHandler.create(false).setBodyLimit(most);
    router
        .route("/api/*")
        .handler(request -> {
          if (Target.of(request.normalizedPath()).isPresent()) {
            request.next();
          } else if ("0".equals(request.request().getHeader("Content-Length"))) {
            // the door held it back, and nobody else lets the end of an empty body through
            request.request().resume();
            request.next();
          } else {
            counted.handle(request);
          }
        })
        .failureHandler(request -> {
          if (request.statusCode() == TOO_LARGE) {
            refuse(request);
          } else {
            request.next();
          }
        });
  }

  private void announced(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    if (length != null
        && Paths.guarded(request.normalizedPath())
        && (length.length() > 18 || Long.parseLong(length) > most)) {
      refuse(request);
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request) {
    request.response().putHeader("Connection", "close");
    refusals.send(request, Problems.TOO_LARGE, sentence(most));
  }

  static String sentence(long most) {
    return "A request may have at most " + most + " bytes.";
  }
}
