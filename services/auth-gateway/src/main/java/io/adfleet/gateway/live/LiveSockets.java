package io.adfleet.gateway.live;

import io.adfleet.gateway.GatewayConfig;
import io.adfleet.gateway.session.Sessions;
import io.adfleet.gateway.tenancy.Memberships;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Every open page of this replica, by workspace. */
@ApplicationScoped
class LiveSockets {

  private static final Logger LOG = Logger.getLogger(LiveSockets.class);

  /** A page and the event loop it lives on. */
  private record Open(LiveSocket page, Context loop) {}

  private final Map<UUID, Set<Open>> byWorkspace = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Vertx vertx;
  private final Sessions sessions;
  private final Memberships memberships;
  private final GatewayConfig.Live limits;

  LiveSockets(
      Vertx vertx,
      Sessions sessions,
      Memberships memberships,
      GatewayConfig config,
      MeterRegistry metrics) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.memberships = memberships;
    this.limits = config.live();
    metrics.gauge("adfleet.live.sockets", count);
  }

  /** Keeps a page until it goes or may no longer listen. */
  void add(ServerWebSocket socket, String cookie, UUID workspace) {
    LiveSocket page = new LiveSocket(socket, cookie, workspace);
    if (count.get() >= limits.most()) {
      page.close(LiveSocket.FULL, "too many pages are open");
      return;
    }
    Context loop = vertx.getOrCreateContext();
    Open open = new Open(page, loop);
    count.incrementAndGet();
    byWorkspace.computeIfAbsent(workspace, w -> ConcurrentHashMap.newKeySet()).add(open);
    long timer =
        vertx.setPeriodic(limits.recheck().toMillis(), tick -> loop.runOnContext(v -> check(page)));
    socket.closeHandler(closed -> {
      vertx.cancelTimer(timer);
      count.decrementAndGet();
      byWorkspace.computeIfPresent(
          workspace,
          (w, pages) -> {
            pages.remove(open);
            return pages.isEmpty() ? null : pages;
          });
    });
    check(page);
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
    mayListen(page)
        .subscribe()
        .with(
            refused -> {
              if (refused != 0) {
                page.close(refused, "no longer allowed to listen here");
              }
            },
            failure -> LOG.warnf("A page could not be checked, it stays: %s", failure));
  }

  /** The code to close with; zero while the page may stay. */
  private Uni<Short> mayListen(LiveSocket page) {
    return sessions
        .find(page.cookie())
        .chain(session ->
            session.isEmpty()
                ? Uni.createFrom().item(LiveSocket.SIGNED_OUT)
                : memberships
                    .role(session.get().user(), page.workspace())
                    .map(role -> role.isEmpty() ? LiveSocket.NO_MEMBER : (short) 0));
  }
}
