package io.adfleet.messaging;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says what the outbox holds, in order, and deletes what the broker has. One replica relays at a
 * time: it holds a transaction-level lock that a dead relay loses with its connection. A crash
 * between acknowledgement and commit says records again; consumers guard by version or inbox.
 */
@ApplicationScoped
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;
  private static final long REST_MS = 100;
  private static final long AFTER_FAILURE_MS = 1_000;

  private final Pool pool;
  private final Vertx vertx;
  private final OutboxStore store;
  private final KafkaSender sender;
  private final boolean enabled;
  private volatile boolean stopped;

  OutboxRelay(
      @ReactiveDataSource("feed") Pool pool,
      Vertx vertx,
      OutboxStore store,
      KafkaSender sender,
      @ConfigProperty(name = "adfleet.outbox.enabled", defaultValue = "false") boolean enabled) {
    this.pool = pool;
    this.vertx = vertx;
    this.store = store;
    this.sender = sender;
    this.enabled = enabled;
  }

  void start(@Observes @Priority(5_000) StartupEvent event) {
    if (enabled) {
      vertx.getOrCreateContext().runOnContext(this::step);
    }
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopped = true;
  }

  private void step() {
    if (stopped) {
      return;
    }
    relay()
        .subscribe()
        .with(
            said -> {
              if (said > 0) {
                vertx.getOrCreateContext().runOnContext(this::step);
              } else {
                again(REST_MS);
              }
            },
            failure -> {
              if (!stopped) {
                LOG.warnf("The outbox could not be relayed, trying again: %s", failure);
                again(AFTER_FAILURE_MS);
              }
            });
  }

  private void again(long afterMillis) {
    vertx.setTimer(afterMillis, ignored -> step());
  }

  private Uni<Integer> relay() {
    return pool.withTransaction(connection ->
        store
            .tryLock(connection)
            .chain(mine ->
                mine
                    ? store.next(connection, BATCH).chain(w -> say(connection, w))
                    : Uni.createFrom().item(0)));
  }

  private Uni<Integer> say(SqlConnection connection, List<OutboxStore.Waiting> waiting) {
    if (waiting.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return sender
        .send(waiting.stream().map(OutboxStore.Waiting::said).toList())
        .chain(() -> store.forget(connection, waiting))
        .replaceWith(waiting.size());
  }
}
