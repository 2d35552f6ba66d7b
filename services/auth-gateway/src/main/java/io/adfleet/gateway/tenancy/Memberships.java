package io.adfleet.gateway.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.GatewayConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Who is what in which workspace; an answer is believed for ten seconds. */
@ApplicationScoped
public class Memberships {

  private static final int REMEMBERED = 100_000;

  private record Seat(UUID user, UUID workspace) {}

  private final MembershipStore store;
  private final Feed feed;
  private final Cache<Seat, Role> believed;

  Memberships(MembershipStore store, Feed feed, GatewayConfig config) {
    this.store = store;
    this.feed = feed;
    this.believed =
        Caffeine.newBuilder()
            .expireAfterWrite(config.identity().cached())
            .maximumSize(REMEMBERED)
            .build();
  }

  /** A person's role in a workspace; empty for strangers and for workspaces that don't exist. */
  public Uni<Optional<Role>> role(UUID user, UUID workspace) {
    Seat seat = new Seat(user, workspace);
    Role known = believed.getIfPresent(seat);
    return known != null
        ? Uni.createFrom().item(Optional.of(known))
        : store
            .role(feed.pool(), user, workspace)
            .invoke(role -> role.ifPresent(r -> believed.put(seat, r)));
  }

  /** This replica asks the database again. */
  void forget(UUID user, UUID workspace) {
    believed.invalidate(new Seat(user, workspace));
  }
}
