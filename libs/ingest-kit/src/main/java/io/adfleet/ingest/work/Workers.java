package io.adfleet.ingest.work;

import static io.adfleet.ingest.wanted.Priority.BACKFILL;
import static io.adfleet.ingest.wanted.Priority.LIVE;

import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.ingest.wanted.ClaimSlices;
import io.adfleet.ingest.wanted.ReleaseSlices;
import io.adfleet.ingest.wanted.WorkWaiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The workers of this instance, each on a virtual thread, for the vendor's library blocks. A
 * request wakes them; at shutdown they finish, and what is not finished in time is put back.
 */
@ApplicationScoped
public class Workers {

  private static final Logger LOG = Logger.getLogger(Workers.class);
  private static final Duration FAREWELL = Duration.ofSeconds(6);

  private final ClaimSlices claims;
  private final ReleaseSlices release;
  private final ServeClaim serve;
  private final Clock clock;
  private final IngestConfig.Work config;
  private final ReentrantLock claiming = new ReentrantLock();
  private final Semaphore woken = new Semaphore(0);
  private final Map<Thread, Hold> serving = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  Workers(
      ClaimSlices claims,
      ReleaseSlices release,
      ServeClaim serve,
      Clock clock,
      IngestConfig config) {
    this.claims = claims;
    this.release = release;
    this.serve = serve;
    this.clock = clock;
    this.config = config.work();
  }

  void start(@Observes @Priority(8_000) StartupEvent event) {
    start(config.workers());
  }

  /** Sets so many workers to work, as at start-up. */
  public void start(int workers) {
    stopping = false;
    for (int i = 0; i < workers; i++) {
      int lowest = i < config.forTheLiving() && i < workers - 1 ? LIVE : BACKFILL;
      threads.add(Thread.ofVirtual().name("worker-" + i).start(() -> work(lowest)));
    }
  }

  void wake(@Observes WorkWaiting event) {
    woken.release(threads.size());
  }

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> takeBackLapsed() {
    return release.takeBackLapsed();
  }

  /** Renewed three times within a lease, so that one failed renewal costs nothing. */
  @Scheduled(
      every = "{adfleet.ingest.work.renew-every}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  @RunOnVirtualThread
  void renew() {
    Instant now = clock.instant();
    List<UUID> leases =
        serving.values().stream()
            .filter(hold -> hold.isRenewed(now, config.longest()))
            .map(hold -> hold.claim().lease())
            .toList();
    if (!leases.isEmpty()) {
      claims.renew(leases);
    }
  }

  private void work(int lowest) {
    while (!stopping) {
      try {
        Claim claim = next(lowest);
        if (claim == null) {
          rest();
        } else {
          serve(claim);
        }
      } catch (RuntimeException e) {
        if (!stopping) {
          LOG.warnf(e, "A worker stumbled; what it held comes back when its lease ends");
          rest();
        }
      }
    }
  }

  /** One at a time: workers that wake together would share out the dates one query could read. */
  private @Nullable Claim next(int lowest) {
    claiming.lock();
    try {
      return claims.claim(lowest);
    } finally {
      claiming.unlock();
    }
  }

  private void serve(Claim claim) {
    serving.put(Thread.currentThread(), new Hold(claim, clock.instant()));
    try {
      serve.serve(claim);
    } finally {
      serving.remove(Thread.currentThread());
    }
  }

  private void rest() {
    try {
      if (woken.tryAcquire(config.rest().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.trace("woken");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  void stop(@Observes @Priority(2) ShutdownEvent event) {
    stop();
  }

  /** Lets the workers finish, and puts back what they do not finish in time. */
  public void stop() {
    stopping = true;
    woken.release(threads.size());
    long until = System.nanoTime() + FAREWELL.toNanos();
    try {
      for (Thread thread : threads) {
        Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
        thread.join(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    serving.values().forEach(hold -> giveBack(hold.claim()));
    threads.clear();
  }

  private void giveBack(Claim claim) {
    try {
      release.putBack(claim, Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.infof("A claim could not be put back; its lease ends by itself: %s", e);
    }
  }
}
