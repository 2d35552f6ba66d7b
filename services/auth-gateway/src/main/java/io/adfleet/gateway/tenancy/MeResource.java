package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/me}: who is asking, and where they belong. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  private static final int MOST = 500;

  private final Caller caller;
  private final WorkspaceStore workspaces;
  private final Feed feed;

  MeResource(Caller caller, WorkspaceStore workspaces, Feed feed) {
    this.caller = caller;
    this.workspaces = workspaces;
    this.feed = feed;
  }

  record User(UUID id, @Nullable String email) {}

  record Seat(UUID workspaceId, String name, String role) {}

  record Me(User user, List<Seat> memberships) {}

  @GET
  @AllowSignedIn
  public Uni<Me> me() {
    Identity who = caller.identity();
    UUID only = who.session() == null ? who.workspace() : null;
    return workspaces
        .ofUser(feed.pool(), who.user(), only, null, MOST)
        .map(seen ->
            new Me(
                new User(who.user(), who.email()),
                seen.stream()
                    .map(s ->
                        new Seat(
                            s.workspace().id(),
                            s.workspace().name(),
                            Roles.capped(who, s.role()).word()))
                    .toList()));
  }
}
