package io.adfleet.attribution.pixel;

import io.adfleet.attribution.AttributionConfig;
import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Deletes what is past keeping, in portions, each committed on its own. */
@ApplicationScoped
class ForgetEventsJob {

  private static final Logger LOG = Logger.getLogger(ForgetEventsJob.class);
  private static final int PORTION = 5_000;

  private final Feed feed;
  private final PixelEventStore store;
  private final AttributionConfig config;
  private final Clock clock;

  ForgetEventsJob(Feed feed, PixelEventStore store, AttributionConfig config, Clock clock) {
    this.feed = feed;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{adfleet.attribution.pixel.forget-every:1h}",
      identity = "forget-events",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    Instant before =
        clock.instant().atZone(ZoneOffset.UTC).minus(config.pixel().retention()).toInstant();
    return feed.inParts(PORTION, connection -> store.forget(connection, before, PORTION))
        .invoke(forgotten -> say(forgotten, before))
        .replaceWithVoid();
  }

  private static void say(int forgotten, Instant before) {
    if (forgotten > 0) {
      LOG.infof("Deleted %d events received before %s", forgotten, before);
    }
  }
}
