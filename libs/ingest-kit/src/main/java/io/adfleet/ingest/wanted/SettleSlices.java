package io.adfleet.ingest.wanted;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.progress.RecountJobs;
import io.adfleet.ingest.progress.Trouble;
import io.adfleet.messaging.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Settles what was said: a slice is done when its version or a newer one is covered; refused, it is
 * read again, and given up after the third time.
 */
@ApplicationScoped
class SettleSlices {

  private static final Logger LOG = Logger.getLogger(SettleSlices.class);

  private final Feed feed;
  private final SettleStore slices;
  private final ClaimStore claims;
  private final RecountJobs jobs;
  private final MeterRegistry meters;
  private final int refusals;

  SettleSlices(
      Feed feed,
      SettleStore slices,
      ClaimStore claims,
      RecountJobs jobs,
      MeterRegistry meters,
      IngestConfig config) {
    this.feed = feed;
    this.slices = slices;
    this.claims = claims;
    this.jobs = jobs;
    this.meters = meters;
    this.refusals = config.work().refusals();
  }

  Uni<Void> settle(List<Covered> closed, List<Covered> refused) {
    Uni<Void> all =
        closed.isEmpty()
            ? Uni.createFrom().voidItem()
            : feed.inTransaction(connection ->
                slices.covered(connection, closed).chain(done -> jobs.recount(connection, done)));
    for (Covered one : refused) {
      all = all.chain(() -> feed.inTransaction(connection -> refused(connection, one)));
    }
    return all;
  }

  private Uni<Void> refused(SqlConnection connection, Covered one) {
    return slices
        .refused(connection, one)
        .chain(
            slice -> slice == null ? Uni.createFrom().voidItem() : again(connection, one, slice));
  }

  private Uni<Void> again(SqlConnection connection, Covered one, Claim.Held slice) {
    int times = slice.refusals() + 1;
    boolean last = times >= refusals;
    Trace.run(
        slice.traceparent(),
        () ->
            LOG.warnf(
                "Slice %s version %d of account %s was refused (%d of %d)%s",
                one.name(),
                slice.version(),
                one.accountId(),
                times,
                refusals,
                last ? ", given up" : ", reading it again"));
    meters.counter("adfleet.ingest.slices", "outcome", last ? "refused" : "again").increment();
    if (!last) {
      Claim.Held next =
          new Claim.Held(
              slice.id(),
              slice.date(),
              slice.version(),
              slice.attempts(),
              times,
              slice.lapses(),
              slice.traceparent());
      return claims.putBack(connection, one.workspaceId(), next, Duration.ZERO);
    }
    Trouble trouble =
        new Trouble(
            Trouble.REFUSED_SLICE,
            "What was read of %s did not add up three times; its figures stay as they were."
                .formatted(one.name()),
            one.name());
    return slices
        .givenUp(connection, one.workspaceId(), slice.id(), slice.version())
        .chain(hit ->
            jobs.trouble(connection, hit, trouble).chain(() -> jobs.recount(connection, hit)));
  }
}
