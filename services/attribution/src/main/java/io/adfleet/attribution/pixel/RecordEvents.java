package io.adfleet.attribution.pixel;

import io.adfleet.attribution.AttributionConfig;
import io.adfleet.attribution.key.PixelKey;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Stores a batch in one transaction. What can't be stored now is asked for again, and may be stored
 * already when it comes: then it is a duplicate.
 */
@ApplicationScoped
class RecordEvents {

  private static final Logger LOG = Logger.getLogger(RecordEvents.class);

  /**
   * Classes of SQLSTATE: connection, rolled back for another transaction, out of resources, not in
   * the right state, stopped by an operator, system error.
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  private static final Duration SOON = Duration.ofSeconds(2);

  private final Tenants tenants;
  private final PixelEventStore store;
  private final AttributionConfig.Pixel config;
  private final AtomicInteger running = new AtomicInteger();

  RecordEvents(Tenants tenants, PixelEventStore store, AttributionConfig config) {
    this.tenants = tenants;
    this.store = store;
    this.config = config.pixel();
  }

  /** How many of them were new, once they are safe. */
  Uni<Integer> record(PixelKey key, Instant receivedAt, List<PixelEvent> events) {
    List<PixelEvent> distinct = inOrder(events);
    if (distinct.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    if (running.incrementAndGet() > config.batchesAtOnce()) {
      running.decrementAndGet();
      return Uni.createFrom().failure(busy());
    }
    return tenants
        .inWorkspace(
            key.workspace(), connection -> store.insert(connection, key, receivedAt, distinct))
        .ifNoItem()
        .after(config.deadline())
        .fail()
        .onFailure(RecordEvents::isPassing)
        .transform(RecordEvents::notStored)
        .onTermination()
        .invoke(running::decrementAndGet);
  }

  /**
   * Each id once, the first of it, in the order of the ids: batches that overlap then wait for each
   * other and never in a circle.
   */
  private static List<PixelEvent> inOrder(Collection<PixelEvent> events) {
    Map<String, PixelEvent> byId = new TreeMap<>();
    events.forEach(event -> byId.putIfAbsent(event.id(), event));
    return List.copyOf(byId.values());
  }

  /**
   * Whether the same batch may be stored in a moment: nobody answers, in time, or the database is
   * full or busy. What is wrong with our statement or what we hand it stays wrong.
   */
  static boolean isPassing(Throwable failure) {
    return switch (failure) {
      case PgException said -> PASSING.contains(said.getSqlState().substring(0, 2));
      case VertxException noConnection -> true;
      case TimeoutException late -> true;
      case RuntimeException ours -> false;
      default -> true;
    };
  }

  private static ProblemException busy() {
    return new ProblemException(
            Problems.UNAVAILABLE, "Too much is coming in. Send the batch again in two seconds.")
        .retryAfter(SOON);
  }

  private static ProblemException notStored(Throwable failure) {
    LOG.errorf("A batch of events could not be stored: %s", failure);
    return new ProblemException(
            Problems.UNAVAILABLE,
            "The events can't be stored right now. Send the batch again in two seconds.")
        .retryAfter(SOON);
  }
}
