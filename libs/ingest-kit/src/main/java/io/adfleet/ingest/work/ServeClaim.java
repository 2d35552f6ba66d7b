package io.adfleet.ingest.work;

import io.adfleet.contracts.Slice;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import io.adfleet.ingest.readings.ReadFigures;
import io.adfleet.ingest.structure.ReadStructure;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.ReleaseSlices;
import io.adfleet.messaging.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Reads what a claim holds and decides what a failure comes to. Blocks; for virtual threads. */
@ApplicationScoped
class ServeClaim {

  private static final Logger LOG = Logger.getLogger(ServeClaim.class);
  private static final Duration UNHINTED = Duration.ofSeconds(30);
  private static final Duration OURS = Duration.ofSeconds(3);

  private final ReadFigures figures;
  private final ReadStructure structure;
  private final ReleaseSlices release;
  private final Clock clock;
  private final IngestConfig.Work config;
  private final String product;

  ServeClaim(
      ReadFigures figures,
      ReadStructure structure,
      ReleaseSlices release,
      Clock clock,
      IngestConfig config) {
    this.figures = figures;
    this.structure = structure;
    this.release = release;
    this.clock = clock;
    this.config = config.work();
    this.product = config.product();
  }

  void serve(Claim claim) {
    Trace.run(claim.slices().getFirst().traceparent(), () -> traced(claim));
  }

  private void traced(Claim claim) {
    try {
      if (claim.report().equals(Slice.STRUCTURE)) {
        structure.read(claim);
      } else {
        figures.read(claim);
      }
    } catch (PlatformException e) {
      failed(claim, e.failure());
    } catch (RuntimeException e) {
      LOG.warnf(e, "Reading %s of account %s stopped", what(claim), claim.accountId());
      if (OurParts.failed(e)) {
        release.putBack(claim, OURS);
      } else {
        tried(claim, unexpected(e));
      }
    }
  }

  private void failed(Claim claim, Failure failure) {
    LOG.warnf(
        "Reading %s of account %s failed: %s (%s)",
        what(claim), claim.accountId(), failure.code(), failure.kind());
    switch (failure.kind()) {
      case NEEDS_REAUTH -> release.abandon(claim, failure, true);
      case NO_PERMISSION, DISABLED -> release.abandon(claim, failure, false);
      case RATE_LIMITED -> {
        Duration wait = failure.retryAfter() == null ? UNHINTED : failure.retryAfter();
        release.pause(claim, failure, wait, clock.instant().plus(wait));
      }
      case TRANSIENT -> tried(claim, failure);
      case PERMANENT -> release.giveUp(claim, failure);
      case OURS -> release.putBack(claim, OURS);
    }
  }

  private void tried(Claim claim, Failure failure) {
    release.tried(
        claim,
        failure,
        BackOff.after(
            config.backOff(),
            claim.slices().getFirst().attempts(),
            ThreadLocalRandom.current().nextDouble()));
  }

  /** Nobody foresaw it: another try may help, but not one try after the other for ever. */
  private Failure unexpected(RuntimeException failure) {
    return Failure.of(
        FailureKind.TRANSIENT,
        "unexpected." + failure.getClass().getSimpleName(),
        "What %s answered could not be read. It is ours to repair; the cause is in the log."
            .formatted(product));
  }

  private static String what(Claim claim) {
    return claim.report() + "/" + claim.level() + " " + claim.from() + " to " + claim.to();
  }
}
