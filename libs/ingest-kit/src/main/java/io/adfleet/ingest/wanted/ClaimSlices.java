package io.adfleet.ingest.wanted;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leases slices to a worker and keeps the lease alive. Blocks; for virtual threads. */
@ApplicationScoped
public class ClaimSlices {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Feed feed;
  private final ClaimStore store;
  private final IngestConfig.Work config;

  ClaimSlices(Feed feed, ClaimStore store, IngestConfig config) {
    this.feed = feed;
    this.store = store;
    this.config = config.work();
  }

  /** The next slices to read, or null if none may be read now. */
  public @Nullable Claim claim() {
    return claim(Priority.BACKFILL);
  }

  /** The same, of this {@link Priority} or one that is served before it. */
  public @Nullable Claim claim(int lowest) {
    UUID lease = Ids.next();
    return feed.inTransaction(connection ->
            store.claim(connection, lease, config.lease(), config.datesPerQuery(), lowest))
        .await()
        .atMost(PATIENCE);
  }

  /** Says that these leases are still worked on. */
  public void renew(List<UUID> leases) {
    store.renew(feed.pool(), leases, config.lease()).await().atMost(PATIENCE);
  }

  /** Which slices of the claim are still ours; asked right before they are closed. */
  public List<UUID> stillHeld(Claim claim) {
    return store.stillHeld(feed.pool(), claim.lease(), config.lease()).await().atMost(PATIENCE);
  }
}
