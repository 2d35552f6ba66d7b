package io.adfleet.connections.fleet;

import io.adfleet.defaults.AllowSignedIn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet's health. */
@Path("/api/fleet")
@Produces(MediaType.APPLICATION_JSON)
public class FleetResource {

  private final Pool pool;
  private final HeartbeatStore heartbeats;
  private final FreshnessStore freshness;
  private final Clock clock;

  FleetResource(Pool pool, HeartbeatStore heartbeats, FreshnessStore freshness, Clock clock) {
    this.pool = pool;
    this.heartbeats = heartbeats;
    this.freshness = freshness;
    this.clock = clock;
  }

  public record Service(
      String service,
      String instance,
      String version,
      int port,
      String state,
      Instant startedAt,
      Instant lastHeartbeat,
      long ageSeconds) {

    static Service of(LivingService living, Instant now) {
      return new Service(
          living.service(),
          living.instance(),
          living.version(),
          living.port(),
          living.stateAt(now).word(),
          living.startedAt(),
          living.at(),
          living.ageAt(now));
    }
  }

  public record Fresh(
      String platform,
      int accounts,
      @Nullable Instant oldestSyncedAt,
      @Nullable Instant newestSyncedAt,
      @Nullable Long oldestAgeSeconds,
      Instant countedAt) {

    static Fresh of(Freshness freshness, Instant now) {
      Instant oldest = freshness.oldestSyncedAt();
      return new Fresh(
          freshness.platform(),
          freshness.accounts(),
          oldest,
          freshness.newestSyncedAt(),
          oldest == null ? null : Math.max(0, Duration.between(oldest, now).toSeconds()),
          freshness.at());
    }
  }

  public record Fleet(List<Service> services, List<Fresh> freshness) {}

  @GET
  @AllowSignedIn
  public Uni<Fleet> fleet() {
    Instant now = clock.instant();
    return heartbeats
        .all(pool)
        .chain(services ->
            freshness
                .all(pool)
                .map(fresh ->
                    new Fleet(
                        services.stream().map(one -> Service.of(one, now)).toList(),
                        fresh.stream().map(one -> Fresh.of(one, now)).toList())));
  }
}
