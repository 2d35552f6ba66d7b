package io.adfleet.google.quota;

import io.adfleet.defaults.Feed;
import io.adfleet.google.GoogleConfig;
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

/**
 * Counts every operation before it is sent (one search is one operation, whatever its rows) and
 * knows what is left of the day. The developer token is known here by its hash.
 */
@ApplicationScoped
public class Operations {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Feed feed;
  private final QuotaStore store;
  private final Clock clock;
  private final MeterRegistry meters;
  private final GoogleConfig.Quota config;
  private final String developerToken;

  Operations(
      Feed feed, QuotaStore store, Clock clock, MeterRegistry meters, GoogleConfig config) {
    this.feed = feed;
    this.store = store;
    this.clock = clock;
    this.meters = meters;
    this.config = config.quota();
    this.developerToken = hash(config.ads().developerToken());
  }

  /** Blocks until the operation is in the ledger. */
  public void count(String kind) {
    store.count(feed.pool(), today(), developerToken, kind).await().atMost(PATIENCE);
    meters.counter("adfleet.ingest.operations", "kind", kind).increment();
  }

  /** Whether reading has used up its share of the day; the rest is kept for changes. */
  public Uni<Boolean> spent() {
    if (config.dailyOperations() == 0) {
      return Uni.createFrom().item(false);
    }
    long share = (long) (config.dailyOperations() * config.readShare());
    return store.used(feed.pool(), today(), developerToken).map(used -> used >= share);
  }

  /** When the next day's operations begin. */
  public Instant renewed() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Nobody reads this account ({@code null}: any account) before the wait is over. */
  public Uni<Void> pause(
      SqlConnection connection,
      @org.jspecify.annotations.Nullable String customerId,
      Duration wait,
      String reason) {
    return store.pause(connection, customerId == null ? "*" : customerId, wait, reason);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String hash(String token) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
