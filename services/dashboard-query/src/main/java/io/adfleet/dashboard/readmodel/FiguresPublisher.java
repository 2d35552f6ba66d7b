package io.adfleet.dashboard.readmodel;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Heard;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Hints that a workspace's figures changed, once the change is committed. */
@ApplicationScoped
class FiguresPublisher {

  private final KafkaSender sender;
  private final Clock clock;
  private final Pace pace = new Pace();

  FiguresPublisher(KafkaSender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  <T> void changed(
      List<Heard<T>> heard,
      Function<T, UUID> workspace,
      Function<T, UUID> account,
      Function<T, Instant> observedAt) {
    Map<UUID, Pace.Change> changes = new LinkedHashMap<>();
    for (Heard<T> one : heard) {
      Pace.Change change =
          new Pace.Change(
              workspace.apply(one.body()),
              Set.of(account.apply(one.body())),
              observedAt.apply(one.body()),
              one.traceparent());
      changes.merge(change.workspace(), change, Pace.Change::and);
    }
    say(pace.take(List.copyOf(changes.values()), clock.instant()));
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sayWaiting() {
    say(pace.due(clock.instant()));
  }

  private void say(List<Pace.Change> changes) {
    for (Pace.Change change : changes) {
      FleetChanged hint =
          new FleetChanged(change.workspace(), FleetChanged.FIGURES, change.named(), change.asOf());
      sender.hint(Outgoing.of(Topic.FLEET_CHANGED, hint, change.traceparent()));
    }
  }
}
