package io.adfleet.ingest.quota;

import io.adfleet.defaults.Feed;
import io.adfleet.ingest.IngestConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Counts every operation before it is sent (one question is one operation, whatever its rows) and
 * knows what is left of the day. The credential it counts against is known here by its hash.
 */
@ApplicationScoped
public class Operations {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Feed feed;
  private final QuotaStore store;
  private final Clock clock;
  private final MeterRegistry meters;
  private final IngestConfig.Quota config;
  private final String credential;

  Operations(Feed feed, QuotaStore store, Clock clock, MeterRegistry meters, IngestConfig config) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
    this.meters = meters;
    this.config = config.quota();
    this.credential = hash(config.quota().credential());
  }

  /** Blocks until the operation is in the ledger. */
  public void count(String kind) {
    store.count(feed.pool(), today(), credential, kind).await().atMost(PATIENCE);
    meters.counter("adfleet.ingest.operations", "kind", kind).increment();
  }

  /** Whether reading has used up its share of the day; the rest is kept for changes. */
  public Uni<Boolean> spent() {
    if (config.dailyOperations() == 0) {
      return Uni.createFrom().item(false);
    }
    long share = (long) (config.dailyOperations() * config.readShare());
    return store.used(feed.pool(), today(), credential).map(used -> used >= share);
  }

  /** When the next day's operations begin. */
  public Instant renewed() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Nobody reads this account ({@code null}: any account) before the wait is over. */
  public Uni<Void> pause(
      SqlConnection connection, @Nullable String externalId, Duration wait, String reason) {
    return store.pause(connection, externalId == null ? "*" : externalId, wait, reason);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String hash(String credential) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
