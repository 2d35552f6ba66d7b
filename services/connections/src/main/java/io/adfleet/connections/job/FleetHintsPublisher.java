package io.adfleet.connections.job;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Hints that jobs of a workspace moved, at most one a second; the end of a job is always said. */
@ApplicationScoped
class FleetHintsPublisher {

  private static final Duration REST = Duration.ofSeconds(1);

  private final KafkaSender sender;
  private final Clock clock;
  private final Map<UUID, Instant> said = new ConcurrentHashMap<>();

  FleetHintsPublisher(KafkaSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  void changed(Job job) {
    Instant now = clock.instant();
    Instant before = said.get(job.workspaceId());
    if (before != null && now.isBefore(before.plus(REST)) && !job.state().ended()) {
      return;
    }
    said.put(job.workspaceId(), now);
    sender.hint(
        Outgoing.of(
            Topic.FLEET_CHANGED,
            new FleetChanged(job.workspaceId(), FleetChanged.JOB, List.of(job.id()), now),
            null));
  }
}
