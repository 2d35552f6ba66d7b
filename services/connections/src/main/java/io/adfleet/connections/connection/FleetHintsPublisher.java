package io.adfleet.connections.connection;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Hints that something of a workspace changed, at most one of a kind a second: the first at once,
 * and what changes meanwhile together when the second is over.
 */
@ApplicationScoped
public class FleetHintsPublisher {

  private static final long REST_MILLIS = 1_000;
  private static final int MOST_IDS = 20;

  private final KafkaSender sender;
  private final Vertx vertx;
  private final Clock clock;
  private final Map<Subject, Set<UUID>> resting = new HashMap<>();

  private record Subject(UUID workspace, String kind) {}

  FleetHintsPublisher(KafkaSender sender, Vertx vertx, Clock clock) {
    this.sender = sender;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** A job moved or was asked for. */
  public void jobMoved(UUID workspace, UUID job) {
    changed(new Subject(workspace, FleetChanged.JOB), job);
  }

  /** A connection or its accounts changed. */
  public void connectionChanged(UUID workspace, UUID connection) {
    changed(new Subject(workspace, FleetChanged.CONNECTION), connection);
  }

  private synchronized void changed(Subject subject, UUID id) {
    Set<UUID> waiting = resting.get(subject);
    if (waiting == null) {
      say(subject, List.of(id));
    } else if (waiting.size() < MOST_IDS) {
      waiting.add(id);
    }
  }

  private synchronized void rested(Subject subject) {
    Set<UUID> waiting = resting.remove(subject);
    if (waiting != null && !waiting.isEmpty()) {
      say(subject, List.copyOf(waiting));
    }
  }

  private void say(Subject subject, List<UUID> ids) {
    resting.put(subject, new LinkedHashSet<>());
    vertx.setTimer(REST_MILLIS, timer -> rested(subject));
    FleetChanged hint = new FleetChanged(subject.workspace(), subject.kind(), ids, clock.instant());
    sender.hint(Outgoing.of(Topic.FLEET_CHANGED, hint, null));
  }
}
