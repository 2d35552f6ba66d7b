package io.adfleet.connections.link;

import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets consents nobody came back with; a day is kept to answer a replay in words. */
@ApplicationScoped
class ForgetConsentsJob {

  private final Feed feed;
  private final PendingConsentStore consents;
  private final Clock clock;

  ForgetConsentsJob(Feed feed, PendingConsentStore consents, Clock clock) {
    this.feed = feed;
    this.consents = consents;
    this.clock = clock;
  }

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return feed.inTransaction(c -> consents.forget(c, clock.instant().minus(Duration.ofDays(1))));
  }
}
