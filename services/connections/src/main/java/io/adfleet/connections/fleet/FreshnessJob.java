package io.adfleet.connections.fleet;

import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts every minute how fresh the accounts are, over all workspaces. */
@ApplicationScoped
class FreshnessJob {

  private static final Duration REMEMBER = Duration.ofHours(24);

  private final Feed feed;
  private final FreshnessStore freshness;
  private final HeartbeatStore heartbeats;
  private final Clock clock;

  FreshnessJob(Feed feed, FreshnessStore freshness, HeartbeatStore heartbeats, Clock clock) {
    this.feed = feed;
    this.freshness = freshness;
    this.heartbeats = heartbeats;
    this.clock = clock;
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    Instant now = clock.instant();
    return feed.inTransaction(
        c -> freshness.count(c, now).chain(() -> heartbeats.forget(c, now.minus(REMEMBER))));
  }
}
