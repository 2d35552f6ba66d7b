package io.adfleet.ingest.progress;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets jobs that ended long ago, a part in each transaction until none is left. */
@ApplicationScoped
public class ForgetJobs {

  private static final int PART = 500;

  private final Feed feed;
  private final JobStore store;
  private final Duration remember;

  ForgetJobs(Feed feed, JobStore store, IngestConfig config) {
    this.feed = feed;
    this.store = store;
    this.remember = config.work().remember();
  }

  public Uni<Void> forget() {
    return feed.inParts(PART, connection -> store.forget(connection, remember, PART))
        .replaceWithVoid();
  }
}
