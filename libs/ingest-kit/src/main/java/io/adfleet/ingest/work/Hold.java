package io.adfleet.ingest.work;

import io.adfleet.ingest.wanted.Claim;
import java.time.Duration;
import java.time.Instant;

/** A claim a worker reads, and since when. */
record Hold(Claim claim, Instant since) {

  /** Whoever holds a claim longer than anything takes has lost it: somebody else may try. */
  boolean isRenewed(Instant now, Duration longest) {
    return now.isBefore(since.plus(longest));
  }
}
