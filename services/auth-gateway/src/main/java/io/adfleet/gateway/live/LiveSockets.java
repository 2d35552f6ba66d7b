package io.adfleet.gateway.live;

import io.adfleet.gateway.GatewayConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Every open page of this replica, by workspace. */
@ApplicationScoped
class LiveSockets {

  private static final Logger LOG = Logger.getLogger(LiveSockets.class);

  /** A page and the event loop it lives on. */
  private record Open(LiveSocket page, Context loop) {}

  private final Map<UUID, Set<Open>> byWorkspace = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final Listeners listeners;
  private final GatewayConfig.Live limits;
  private final Places places;

  LiveSockets(Vertx vertx, Listeners listeners, GatewayConfig config, MeterRegistry metrics) {
    this.vertx = vertx;
    this.listeners = listeners;
    this.limits = config.live();
    this.places = new Places(limits.most(), limits.mostOfOnePerson());
    metrics.gauge("adfleet.live.sockets", places, Places::taken);
  }

  /** Takes a place for a page that is about to open. */
  Places.Answer take(UUID person) {
    return places.take(person);
  }

  /** Gives back the place of a page that did not open after all. */
  void leave(UUID person) {
    places.leave(person);
  }

  /**
   * Keeps the page of somebody who may listen and has taken a place, until it goes or may no longer
   * listen.
   */
  void add(ServerWebSocket socket, String cookie, UUID workspace, UUID person) {
    LiveSocket page = new LiveSocket(socket, cookie, workspace);
    Context loop = vertx.getOrCreateContext();
    Open open = new Open(page, loop);
    byWorkspace.compute(
        workspace,
        (w, pages) -> {
          Set<Open> all = pages == null ? ConcurrentHashMap.newKeySet() : pages;
          all.add(open);
          return all;
        });
    long timer =
        vertx.setPeriodic(limits.recheck().toMillis(), tick -> loop.runOnContext(v -> check(page)));
    socket.closeHandler(closed -> {
      vertx.cancelTimer(timer);
      places.leave(person);
      byWorkspace.computeIfPresent(
          workspace,
          (w, pages) -> {
            pages.remove(open);
            return pages.isEmpty() ? null : pages;
          });
    });
  }

  /** Says a hint to the pages of its workspace. */
  void say(UUID workspace, String kind, String hint) {
    for (Open open : byWorkspace.getOrDefault(workspace, Set.of())) {
      open.loop().runOnContext(v -> open.page().say(kind, hint, System.nanoTime()));
    }
  }

  private void check(LiveSocket page) {
    if (page.stuckFor(limits.patience().toNanos(), System.nanoTime())) {
      page.close(LiveSocket.TOO_SLOW, "this page took nothing for too long");
      return;
    }
    listeners
        .ask(page.cookie(), page.workspace())
        .subscribe()
        .with(
            answer -> {
              if (answer instanceof Listeners.Refused(short code)) {
                page.close(code, "no longer allowed to listen here");
              }
            },
            failure -> LOG.warnf("A page could not be checked, it stays: %s", failure));
  }
}
