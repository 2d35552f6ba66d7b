package io.adfleet.ingest.wanted;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.progress.RecountJobs;
import io.adfleet.ingest.progress.Trouble;
import io.adfleet.ingest.quota.Operations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** What waits as a whole: how much it is, and making all of it wait for the quota's next day. */
@ApplicationScoped
public class WaitingSlices {

  private final Feed feed;
  private final ClaimStore claims;
  private final SettleStore slices;
  private final RecountJobs jobs;
  private final Operations operations;
  private final String product;

  WaitingSlices(
      Feed feed,
      ClaimStore claims,
      SettleStore slices,
      RecountJobs jobs,
      Operations operations,
      IngestConfig config) {
    this.feed = feed;
    this.claims = claims;
    this.slices = slices;
    this.jobs = jobs;
    this.operations = operations;
    this.product = config.product();
  }

  public Uni<Long> count() {
    return claims.waiting(feed.pool());
  }

  /** Nothing is read before the wait is over; every job that waits says so. */
  public Uni<Void> limit(SqlConnection connection, Duration wait, Instant until) {
    Trouble trouble =
        new Trouble(
            "rate_limited",
            "Today's share of %s operations is used up. Reading goes on by itself."
                .formatted(product),
            null);
    return operations
        .pause(connection, null, wait, "DAILY_OPERATIONS")
        .chain(() -> slices.waiters(connection, Ids.next(), null))
        .chain(hit -> jobs.limited(connection, hit, trouble, until));
  }
}
