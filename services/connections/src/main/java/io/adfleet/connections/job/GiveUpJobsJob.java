package io.adfleet.connections.job;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Ends jobs nobody spoke of for hours, so that the next one of the kind can be asked for. */
@ApplicationScoped
class GiveUpJobsJob {

  private static final Logger LOG = Logger.getLogger(GiveUpJobsJob.class);

  private final Feed feed;
  private final JobStore jobs;
  private final ConnectionsConfig config;
  private final Clock clock;

  GiveUpJobsJob(Feed feed, JobStore jobs, ConnectionsConfig config, Clock clock) {
    this.feed = feed;
    this.jobs = jobs;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    Instant now = clock.instant();
    return feed.inTransaction(c -> jobs.giveUp(c, now.minus(config.schedule().silence()), now))
        .invoke(ended -> {
          if (ended > 0) {
            LOG.warnf("%d jobs were given up: nothing was heard of them", ended);
          }
        })
        .replaceWithVoid();
  }
}
