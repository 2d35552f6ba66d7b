package io.adfleet.ingest.wanted;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.progress.RecountJobs;
import io.adfleet.ingest.progress.Trouble;
import io.adfleet.ingest.quota.Operations;
import io.adfleet.messaging.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Ends a worker's hold: said, done, put back, or given up. Blocks; for virtual threads. */
@ApplicationScoped
public class ReleaseSlices {

  private static final Logger LOG = Logger.getLogger(ReleaseSlices.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Feed feed;
  private final ClaimStore claims;
  private final SettleStore slices;
  private final RecountJobs jobs;
  private final Operations operations;
  private final MeterRegistry meters;
  private final IngestConfig.Work config;

  ReleaseSlices(
      Feed feed,
      ClaimStore claims,
      SettleStore slices,
      RecountJobs jobs,
      Operations operations,
      MeterRegistry meters,
      IngestConfig config) {
    this.feed = feed;
    this.claims = claims;
    this.slices = slices;
    this.jobs = jobs;
    this.operations = operations;
    this.meters = meters;
    this.config = config.work();
  }

  /** The broker has their rows and manifests; they wait for coverage now. */
  public void said(Claim claim, List<UUID> ids) {
    counted("said", ids.size());
    await(
        feed.inTransaction(
            connection -> claims.said(connection, claim.lease(), config.coverageWait(), ids)));
  }

  /** The broker has all of them, and nothing covers this report: they are done. */
  public void done(Claim claim) {
    counted("done", claim.slices().size());
    await(
        feed.inTransaction(connection ->
            slices.done(connection, claim.lease()).chain(hit -> jobs.recount(connection, hit))));
  }

  /** Not their fault: they wait again, as if they had not been claimed. */
  public void putBack(Claim claim, Duration after) {
    counted("put_back", claim.slices().size());
    await(feed.inTransaction(c -> putBack(c, claim, after, UnaryOperator.identity())));
  }

  /** A passing failure: another try later; out of tries, they are given up. */
  public void tried(Claim claim, Failure failure, Duration after) {
    boolean last = claim.slices().getFirst().attempts() + 1 >= config.tries();
    if (last) {
      giveUp(claim, failure);
      return;
    }
    counted("again", claim.slices().size());
    await(
        feed.inTransaction(connection ->
            putBack(
                connection,
                claim,
                after,
                slice ->
                    new Claim.Held(
                        slice.id(),
                        slice.date(),
                        slice.version(),
                        slice.attempts() + 1,
                        slice.refusals(),
                        slice.lapses(),
                        slice.traceparent()))));
  }

  /** These slices can't be read; their jobs go on without them. */
  public void giveUp(Claim claim, Failure failure) {
    counted("failed", claim.slices().size());
    await(
        feed.inTransaction(connection -> {
          Uni<Void> all = Uni.createFrom().voidItem();
          for (Claim.Held slice : claim.slices()) {
            Trouble trouble =
                new Trouble(failure.kind().word(), failure.sentence(), claim.name(slice));
            all =
                all.chain(() ->
                        slices.givenUp(
                            connection, claim.workspaceId(), slice.id(), slice.version()))
                    .chain(hit ->
                        jobs.trouble(connection, hit, trouble)
                            .chain(() -> jobs.recount(connection, hit)));
          }
          return all;
        }));
  }

  /** Nothing of the account (or of the whole connection) can be read until someone acts. */
  public void abandon(Claim claim, Failure failure, boolean wholeConnection) {
    Trouble trouble = new Trouble(failure.kind().word(), failure.sentence(), null);
    counted("failed", claim.slices().size());
    await(
        feed.inTransaction(connection ->
            slices
                .abandoned(connection, claim, wholeConnection)
                .chain(hit -> jobs.fail(connection, hit, trouble))));
  }

  /** The platform wants us to wait: nobody reads the account (or any) before that. */
  public void pause(Claim claim, Failure failure, Duration wait, Instant until) {
    counted("put_back", claim.slices().size());
    String account = failure.everyone() ? null : claim.externalId();
    await(
        feed.inTransaction(connection ->
            operations
                .pause(connection, account, wait, failure.code())
                .chain(() -> slices.waiters(connection, claim.lease(), account))
                .chain(hit ->
                    jobs.limited(
                        connection,
                        hit,
                        new Trouble(failure.kind().word(), failure.sentence(), null),
                        until))
                .chain(() -> putBack(connection, claim, wait, UnaryOperator.identity()))));
  }

  /** Takes back what a worker or a lost coverage left behind. */
  public Uni<Void> takeBackLapsed() {
    return feed.inTransaction(connection ->
        claims
            .lapsed(connection)
            .chain(lapsed -> {
              Uni<Void> all = Uni.createFrom().voidItem();
              for (ClaimStore.Lapsed one : lapsed) {
                all = all.chain(() -> takeBack(connection, one));
              }
              return all;
            }));
  }

  private Uni<Void> takeBack(SqlConnection connection, ClaimStore.Lapsed one) {
    Trace.run(
        one.traceparent(),
        () ->
            LOG.warnf(
                "Slice %s version %d %s; it is read again",
                one.name(),
                one.version(),
                one.said() ? "was never covered" : "was left behind by its worker"));
    counted("lapsed", 1);
    return claims.putBack(
        connection,
        one.workspaceId(),
        new Claim.Held(
            one.id(),
            java.time.LocalDate.EPOCH,
            one.version(),
            one.attempts(),
            one.refusals(),
            one.lapses() + (one.said() ? 1 : 0),
            one.traceparent()),
        Duration.ZERO);
  }

  private Uni<Void> putBack(
      SqlConnection connection, Claim claim, Duration after, UnaryOperator<Claim.Held> changed) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Claim.Held slice : claim.slices()) {
      all =
          all.chain(
              () -> claims.putBack(connection, claim.workspaceId(), changed.apply(slice), after));
    }
    return all;
  }

  private void counted(String outcome, int slices) {
    meters.counter("adfleet.ingest.slices", "outcome", outcome).increment(slices);
  }

  private static void await(Uni<Void> work) {
    work.await().atMost(PATIENCE);
  }
}
