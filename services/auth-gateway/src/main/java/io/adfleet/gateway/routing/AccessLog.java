package io.adfleet.gateway.routing;

import io.adfleet.gateway.identity.Asker;
import io.adfleet.messaging.Trace;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line for each request, in the request's trace, whose id the answer carries too. Query strings
 * are left out: a sign-in's code and state travel there.
 */
@ApplicationScoped
class AccessLog {

  private static final Logger LOG = Logger.getLogger("io.adfleet.gateway.access");
  private static final int ORDER = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  void filters(@Observes Filters filters) {
    filters.register(this::begin, ORDER);
  }

  private void begin(RoutingContext request) {
    long begun = System.nanoTime();
    String traceparent = Trace.current();
    String trace = Trace.idOf(traceparent);
    if (trace != null) {
      request.response().putHeader("X-Trace-Id", trace);
    }
    request.addEndHandler(ended -> Trace.run(traceparent, () -> log(request, begun)));
    request.next();
  }

  private static void log(RoutingContext request, long begun) {
    Asker asker = Asker.of(request);
    LOG.infof(
        "%s %s %d in %d ms by %s",
        request.request().method(),
        request.normalizedPath(),
        request.response().getStatusCode(),
        (System.nanoTime() - begun) / NANOS_A_MILLI,
        who(asker));
  }

  private static String who(@Nullable Asker asker) {
    return asker == null ? "nobody known" : "user " + asker.identity().user();
  }
}
