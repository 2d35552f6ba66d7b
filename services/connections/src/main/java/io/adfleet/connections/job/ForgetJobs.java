package io.adfleet.connections.job;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets jobs that ended long ago, a part in each transaction until none is left. */
@ApplicationScoped
public class ForgetJobs {

  private static final int PART = 500;

  private final Feed feed;
  private final JobStore jobs;
  private final Duration remember;

  ForgetJobs(Feed feed, JobStore jobs, ConnectionsConfig config) {
    this.feed = feed;
    this.jobs = jobs;
    this.remember = config.schedule().remember();
  }

  public Uni<Void> forget(Instant now) {
    return feed.inParts(PART, c -> jobs.forget(c, now.minus(remember), PART)).replaceWithVoid();
  }
}
