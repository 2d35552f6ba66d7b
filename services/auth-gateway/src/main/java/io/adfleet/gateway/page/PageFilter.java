package io.adfleet.gateway.page;

import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.session.Sessions;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/** Small courtesies of the page's own paths. */
@ApplicationScoped
class PageFilter {

  private static final int ORDER = 310;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final URI publicUrl;

  PageFilter(GatewayConfig config) {
    this.publicUrl = config.publicUrl();
  }

  void filters(@Observes Filters filters) {
    filters.register(this::welcome, ORDER);
  }

  private void welcome(RoutingContext request) {
    String path = request.normalizedPath();
    if ((path.equals("/") || path.equals("/auth/login")) && otherNameOfThisMachine(request)) {
      redirect(request, publicUrl.resolve(path).toString());
    } else if (path.equals("/auth/logout")
        && request.request().getCookie(Sessions.COOKIE) == null) {
      redirect(request, "/");
    } else {
      request.next();
    }
  }

  /** Cookies and Keycloak's redirects know this machine by one name only. */
  private boolean otherNameOfThisMachine(RoutingContext request) {
    HostAndPort asked = request.request().authority();
    return asked != null
        && LOOPBACK.contains(asked.host())
        && LOOPBACK.contains(publicUrl.getHost())
        && !asked.host().equals(publicUrl.getHost());
  }

  private static void redirect(RoutingContext request, String to) {
    request.response().setStatusCode(303).putHeader("Location", to).end();
  }
}
