package io.adfleet.ingest.structure;

import io.adfleet.ingest.platform.AdsClient;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.ClaimSlices;
import io.adfleet.ingest.wanted.ReleaseSlices;
import io.adfleet.messaging.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Reads an account's structure, parents first, and says it. Nothing covers this report: it is done
 * when the broker has it. Blocks; for virtual threads.
 */
@ApplicationScoped
public class ReadStructure {

  private static final Logger LOG = Logger.getLogger(ReadStructure.class);

  private final AdsClient ads;
  private final EntitiesPublisher publisher;
  private final ClaimSlices claims;
  private final ReleaseSlices release;
  private final Clock clock;

  ReadStructure(
      AdsClient ads,
      EntitiesPublisher publisher,
      ClaimSlices claims,
      ReleaseSlices release,
      Clock clock) {
    this.ads = ads;
    this.publisher = publisher;
    this.claims = claims;
    this.release = release;
    this.clock = clock;
  }

  public void read(Claim claim) {
    Instant observedAt = clock.instant();
    Claim.Held newest = claim.slices().getFirst();
    EntitiesPublisher.Rows rows = publisher.rows(claim, newest, observedAt);
    for (String kind : ads.kinds()) {
      ads.entities(claim.account(), kind, rows::add);
    }
    rows.flush();
    if (claims.stillHeld(claim).isEmpty()) {
      return;
    }
    release.done(claim);
    for (Claim.Held slice : claim.slices()) {
      Trace.run(
          slice.traceparent(),
          () ->
              LOG.infof(
                  "Read slice %s of account %s: version %d, %d entities",
                  claim.name(slice), claim.accountId(), newest.version(), rows.count()));
    }
  }
}
