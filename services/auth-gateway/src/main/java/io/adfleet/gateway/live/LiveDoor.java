package io.adfleet.gateway.live;

import io.adfleet.defaults.ProblemType;
import io.adfleet.defaults.Problems;
import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.GatewayProblem;
import io.adfleet.gateway.Origins;
import io.adfleet.gateway.Paths;
import io.adfleet.gateway.Refusals;
import io.adfleet.gateway.session.Sessions;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code GET /live?workspace=<id>}: a WebSocket for a signed-in browser on our own page. The server
 * sends one JSON text for each hint, {@code {"kind","ids","as_of"}}; what the page sends is
 * ignored. A browser can't see why a handshake was refused, so the socket opens and closes with
 * 4401 (not signed in), 4404 (no member), 4408 (too slow) or 1013 (too many pages).
 */
@ApplicationScoped
class LiveDoor {

  private final LiveSockets sockets;
  private final Refusals refusals;
  private final Origins origins;

  LiveDoor(LiveSockets sockets, Refusals refusals, GatewayConfig config) {
    this.sockets = sockets;
    this.refusals = refusals;
    this.origins = new Origins(config.publicUrl(), List.of());
  }

  void routes(@Observes Router router) {
    router.route("/live").handler(this::open);
  }

  private void open(RoutingContext request) {
    HttpServerRequest handshake = request.request();
    if (!"websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
      refuse(request, Problems.NOT_FOUND, "Open a WebSocket here.");
      return;
    }
    if (!origins.ours(handshake.getHeader("Origin"), handshake.getHeader("Sec-Fetch-Site"))) {
      refuse(request, GatewayProblem.CROSS_SITE, "It came from another site. Use the app.");
      return;
    }
    Optional<UUID> workspace =
        Optional.ofNullable(handshake.getParam("workspace")).flatMap(Paths::uuid);
    if (workspace.isEmpty()) {
      refuse(request, Problems.INVALID, "workspace: say which, as ?workspace=<id>.");
      return;
    }
    Cookie cookie = handshake.getCookie(Sessions.COOKIE);
    handshake
        .toWebSocket()
        .onSuccess(socket -> {
          if (cookie == null) {
            socket.close(LiveSocket.SIGNED_OUT, "not signed in");
          } else {
            sockets.add(socket, cookie.getValue(), workspace.get());
          }
        });
  }

  private void refuse(RoutingContext request, ProblemType type, String detail) {
    refusals.send(request, type, detail);
  }
}
