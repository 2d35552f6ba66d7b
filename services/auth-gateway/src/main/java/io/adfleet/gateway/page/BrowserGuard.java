package io.adfleet.gateway.page;

import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.GatewayProblem;
import io.adfleet.gateway.Origins;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.gateway.session.Sessions;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * What a browser sends by itself proves nothing: a write with the session cookie must carry our own
 * header and come from our own origin. Other origins may call the API only with a token, and only
 * where an operator named them.
 */
@ApplicationScoped
class BrowserGuard {

  private static final int ORDER = 300;
  private static final String OUR_HEADER = "X-Adfleet-Request";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Origins origins;
  private final Refusals refusals;

  BrowserGuard(GatewayConfig config, Refusals refusals) {
    this.origins = new Origins(config.publicUrl(), config.corsOrigins().orElse(List.of()));
    this.refusals = refusals;
  }

  void filters(@Observes Filters filters) {
    filters.register(this::cors, ORDER + 1);
    filters.register(this::check, ORDER);
  }

  private void cors(RoutingContext request) {
    HttpServerRequest r = request.request();
    String origin = r.getHeader("Origin");
    if (origin == null || !Paths.guarded(request.normalizedPath())) {
      request.next();
      return;
    }
    MultiMap headers = request.response().headers();
    headers.add("Vary", "Origin");
    boolean open = Paths.open(request.normalizedPath());
    boolean welcome = open || origins.welcome(origin);
    if (welcome) {
      headers.set("Access-Control-Allow-Origin", open ? "*" : origin);
      headers.set("Access-Control-Expose-Headers", "ETag, Retry-After, RateLimit, X-Trace-Id");
    }
    boolean preflight =
        r.method().equals(HttpMethod.OPTIONS)
            && r.getHeader("Access-Control-Request-Method") != null;
    if (!preflight) {
      request.next();
      return;
    }
    if (welcome) {
      headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
      headers.set(
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key");
      headers.set("Access-Control-Max-Age", "600");
    }
    request.response().setStatusCode(204).end();
  }

  private void check(RoutingContext request) {
    HttpServerRequest r = request.request();
    String path = request.normalizedPath();
    if (path.equals("/auth/logout") && "cross-site".equals(r.getHeader("Sec-Fetch-Site"))) {
      refuse(request, "Another site asked to sign you out. Use the link on the page.");
      return;
    }
    boolean byCookie = r.getHeader("Authorization") == null && r.getCookie(Sessions.COOKIE) != null;
    if (!Paths.guarded(path) || Paths.open(path) || SAFE.contains(r.method()) || !byCookie) {
      request.next();
    } else if (r.getHeader(OUR_HEADER) == null) {
      refuse(request, "Send the header " + OUR_HEADER + ": 1 with every write.");
    } else if (!origins.ours(r.getHeader("Origin"), r.getHeader("Sec-Fetch-Site"))) {
      refuse(request, "It came from another site. Use the app, or an API token.");
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request, String sentence) {
    refusals.send(request, GatewayProblem.CROSS_SITE, sentence);
  }
}
