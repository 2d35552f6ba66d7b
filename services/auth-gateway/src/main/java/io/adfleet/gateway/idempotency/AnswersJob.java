package io.adfleet.gateway.idempotency;

import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets stored answers after a day. */
@ApplicationScoped
class AnswersJob {

  private static final Duration KEPT = Duration.ofDays(1);

  private final AnswerStore store;
  private final Feed feed;
  private final Clock clock;

  AnswersJob(AnswerStore store, Feed feed, Clock clock) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "3m")
  Uni<Void> forget() {
    return store.deleteOlder(feed.pool(), clock.instant().minus(KEPT)).replaceWithVoid();
  }
}
