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
 * ignored. A browser can't see why a handshake was refused, so for what the page has to know the
 * socket opens and closes with 4401 (not signed in), 4404 (no member) or 4408 (too slow). Where
 * trying again later is all there is to do the handshake is refused, after which the page waits
 * longer each time: 429 (this person has enough pages open), 503 (all places are taken, or who asks
 * can't be found out right now).
 */
@ApplicationScoped
class LiveDoor {

  private static final String RETRY_SECONDS = "30";

  private final LiveSockets sockets;
  private final Listeners listeners;
  private final Refusals refusals;
  private final GatewayConfig.Live limits;
  private final Origins origins;

  LiveDoor(LiveSockets sockets, Listeners listeners, Refusals refusals, GatewayConfig config) {
    this.sockets = sockets;
    this.listeners = listeners;
    this.refusals = refusals;
    this.limits = config.live();
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
    if (cookie == null) {
      close(handshake, LiveSocket.SIGNED_OUT);
      return;
    }
    handshake.pause();
    listeners
        .ask(cookie.getValue(), workspace.get())
        .subscribe()
        .with(
            answer -> {
              switch (answer) {
                case Listeners.Refused(short code) -> close(handshake, code);
                case Listeners.Welcome(UUID person) ->
                    admit(request, cookie.getValue(), workspace.get(), person);
              }
            },
            failure -> refusals.ours(request, failure));
  }

  private void admit(RoutingContext request, String cookie, UUID workspace, UUID person) {
    if (request.response().closed()) {
      return;
    }
    switch (sockets.take(person)) {
      case TAKEN ->
          request
              .request()
              .toWebSocket()
              .onSuccess(socket -> sockets.add(socket, cookie, workspace, person))
              .onFailure(left -> sockets.leave(person));
      case PERSON_HAS_ENOUGH ->
          later(
              request,
              Problems.TOO_MANY_REQUESTS,
              "At most "
                  + limits.mostOfOnePerson()
                  + " pages of one person are told what changes. Close some of them.");
      case ALL_TAKEN ->
          later(
              request,
              GatewayProblem.UPSTREAM_BUSY,
              "Too many pages are open here. Try again in a moment.");
    }
  }

  private static void close(HttpServerRequest handshake, short code) {
    handshake.toWebSocket().onSuccess(socket -> socket.close(code, "not allowed to listen here"));
  }

  private void later(RoutingContext request, ProblemType type, String detail) {
    request.response().putHeader("Retry-After", RETRY_SECONDS);
    refuse(request, type, detail);
  }

  private void refuse(RoutingContext request, ProblemType type, String detail) {
    refusals.send(request, type, detail);
  }
}
