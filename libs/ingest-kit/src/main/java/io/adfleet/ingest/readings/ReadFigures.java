package io.adfleet.ingest.readings;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import io.adfleet.ingest.platform.AdsClient;
import io.adfleet.ingest.platform.FigureRow;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.ClaimSlices;
import io.adfleet.ingest.wanted.ReleaseSlices;
import io.adfleet.messaging.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all slices of a claim with one query and says them. Manifests follow only when the broker
 * has every row and the slices are still ours. Blocks; for virtual threads.
 */
@ApplicationScoped
public class ReadFigures {

  private static final Logger LOG = Logger.getLogger(ReadFigures.class);

  private final AdsClient ads;
  private final ReadingsPublisher publisher;
  private final ClaimSlices claims;
  private final ReleaseSlices release;
  private final Clock clock;

  ReadFigures(
      AdsClient ads,
      ReadingsPublisher publisher,
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
    Map<LocalDate, Claim.Held> slices = new HashMap<>();
    Map<LocalDate, Tally> tallies = new HashMap<>();
    for (Claim.Held slice : claim.slices()) {
      slices.put(slice.date(), slice);
      tallies.put(slice.date(), new Tally());
    }
    ReadingsPublisher.Rows rows = publisher.rows(claim, observedAt);
    stream(
        claim,
        row -> {
          Claim.Held slice = slices.get(row.date());
          if (slice != null) {
            tallies.get(row.date()).add(row);
            rows.add(slice, row);
          }
        });
    Map<LocalDate, Figures> totals = totals(claim);
    rows.flush();

    List<UUID> held = claims.stillHeld(claim);
    List<Claim.Held> ours = claim.slices().stream().filter(s -> held.contains(s.id())).toList();
    publisher.close(claim, ours, observedAt, tallies, totals);
    release.said(claim, held);
    for (Claim.Held slice : ours) {
      Trace.run(
          slice.traceparent(),
          () ->
              LOG.infof(
                  "Read slice %s of account %s: version %d, %d rows",
                  claim.name(slice),
                  claim.accountId(),
                  slice.version(),
                  tallies.get(slice.date()).rows()));
    }
  }

  private void stream(Claim claim, java.util.function.Consumer<FigureRow> sink) {
    if (claim.report().equals(Slice.HOURS)) {
      ads.hours(claim.account(), claim.from(), claim.to(), sink);
    } else {
      ads.figures(claim.account(), claim.level(), claim.from(), claim.to(), sink);
    }
  }

  /** Null for reports whose total says nothing about completeness. */
  private @Nullable Map<LocalDate, Figures> totals(Claim claim) {
    if (!claim.report().equals(Slice.PERFORMANCE) || !claim.level().equals(Level.CAMPAIGN)) {
      return null;
    }
    Map<LocalDate, Figures> totals = new HashMap<>();
    claim.slices().forEach(slice -> totals.put(slice.date(), Figures.ZERO));
    ads.totals(
        claim.account(),
        claim.from(),
        claim.to(),
        row -> totals.computeIfPresent(row.date(), (date, sum) -> sum.plus(row.figures())));
    return totals;
  }
}
