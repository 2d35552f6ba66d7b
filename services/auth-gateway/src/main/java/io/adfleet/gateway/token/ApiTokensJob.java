package io.adfleet.gateway.token;

import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets tokens a month after they ran out. */
@ApplicationScoped
class ApiTokensJob {

  private static final Duration KEPT = Duration.ofDays(30);

  private final ApiTokenStore store;
  private final Feed feed;
  private final Clock clock;

  ApiTokensJob(ApiTokenStore store, Feed feed, Clock clock) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "4m")
  Uni<Void> forget() {
    return store.deleteExpired(feed.pool(), clock.instant().minus(KEPT)).replaceWithVoid();
  }
}
