package io.adfleet.gateway.page;

import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.session.Sessions;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * What is special about the paths of the app: one name of this machine, and how long its parts
 * keep.
 */
@ApplicationScoped
class PageFilter {

  private static final int FIRST = 1_100;
  private static final int ORDER = 310;
  private static final String PAGE = "/";
  private static final String ASSETS = "/assets/";
  private static final String BROTLI = "br";
  private static final String COMPRESSED = "." + BROTLI;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final URI publicUrl;

  PageFilter(GatewayConfig config) {
    this.publicUrl = config.publicUrl();
  }

  void filters(@Observes Filters filters) {
    filters.register(this::show, FIRST);
    filters.register(this::welcome, ORDER);
    filters.register(this::keep, ORDER - 1);
  }

  /**
   * Every address of the app is the one page, and whoever takes it gets an asset as the build
   * compressed it; before the access log, which tells it once.
   */
  private void show(RoutingContext request) {
    String path = request.normalizedPath();
    HttpMethod method = request.request().method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      request.next();
    } else if (!path.equals(PAGE)
        && Addresses.ofApp(path, request.request().getHeader("Accept"))
        && !otherNameOfThisMachine(request)) {
      request.reroute(PAGE);
    } else if (path.startsWith(ASSETS) && !path.endsWith(COMPRESSED) && takesBrotli(request)) {
      request.reroute(path + COMPRESSED);
    } else {
      request.next();
    }
  }

  private static boolean takesBrotli(RoutingContext request) {
    return request.parsedHeaders().acceptEncoding().stream()
        .anyMatch(one -> one.value().equalsIgnoreCase(BROTLI) && one.weight() > 0);
  }

  /** An asset's name changes with its content; that one is missing must not be remembered. */
  private void keep(RoutingContext request) {
    String path = request.normalizedPath();
    if (path.startsWith(ASSETS)) {
      request.addHeadersEndHandler(ignored -> describe(path, request.response()));
    }
    request.next();
  }

  private static void describe(String path, HttpServerResponse response) {
    if (response.getStatusCode() >= 400) {
      response.putHeader("Cache-Control", "no-store");
      return;
    }
    response
        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
        .putHeader("Vary", "Accept-Encoding");
    if (path.endsWith(COMPRESSED)) {
      String name = path.substring(0, path.length() - COMPRESSED.length());
      response
          .putHeader("Content-Encoding", BROTLI)
          .putHeader("Content-Type", MimeMapping.getMimeTypeForFilename(name) + ";charset=UTF-8");
    }
  }

  private void welcome(RoutingContext request) {
    String path = request.normalizedPath();
    if ((path.equals("/auth/login") || Addresses.ofApp(path, request.request().getHeader("Accept")))
        && otherNameOfThisMachine(request)) {
      String query = request.request().query();
      redirect(request, publicUrl.resolve(path) + (query == null ? "" : "?" + query));
    } else if (path.equals("/auth/logout")
        && request.request().getCookie(Sessions.COOKIE) == null) {
      redirect(request, PAGE);
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
