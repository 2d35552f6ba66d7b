package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Identity;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.adfleet.gateway.GatewayProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/workspaces}. */
@Path("/api/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkspacesResource {

  private final Caller caller;
  private final CreateWorkspace create;
  private final ChangeWorkspace change;
  private final WorkspaceStore workspaces;
  private final Tenants tenants;
  private final Feed feed;

  WorkspacesResource(
      Caller caller,
      CreateWorkspace create,
      ChangeWorkspace change,
      WorkspaceStore workspaces,
      Tenants tenants,
      Feed feed) {
    this.caller = caller;
    this.create = create;
    this.change = change;
    this.workspaces = workspaces;
    this.tenants = tenants;
    this.feed = feed;
  }

  /** One page of them. */
  record Page(List<WorkspaceView> items, @Nullable String nextCursor) {}

  @GET
  @AllowSignedIn
  public Uni<Page> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    Identity who = caller.identity();
    UUID only = who.session() == null ? who.workspace() : null;
    return workspaces
        .ofUser(feed.pool(), who.user(), only, paging.after(), paging.limit() + 1)
        .map(seen -> {
          List<WorkspaceView> items =
              seen.stream()
                  .limit(paging.limit())
                  .map(s -> WorkspaceView.of(s.workspace(), Roles.capped(who, s.role())))
                  .toList();
          boolean more = seen.size() > paging.limit();
          return new Page(items, more ? items.getLast().id().toString() : null);
        });
  }

  @POST
  @AllowSignedIn
  public Uni<Response> create(
      @Nullable WorkspaceDraft draft, @HeaderParam("Idempotency-Key") @Nullable String key) {
    Identity who = caller.identity();
    if (who.session() == null) {
      throw new ProblemException(
          GatewayProblem.BROWSER_ONLY,
          "An API token belongs to one workspace and can't make another. Sign in to make one.");
    }
    return create
        .create(draft == null ? new WorkspaceDraft(null, null, null) : draft, who.user(), key)
        .map(view ->
            Response.created(URI.create("/api/workspaces/" + view.id()))
                .header("ETag", "\"1-owner\"")
                .entity(view)
                .build());
  }

  @GET
  @Path("{workspace}")
  @Allow(Role.VIEWER)
  public Uni<Response> get(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    UUID id = caller.workspace();
    return tenants
        .inWorkspace(id, connection -> workspaces.find(connection, id))
        .map(found -> found.orElseThrow(ProblemException::notFound))
        .map(workspace ->
            workspace.etag(caller.role()).equals(ifNoneMatch)
                ? Response.notModified().header("ETag", ifNoneMatch).build()
                : answer(workspace));
  }

  @PATCH
  @Path("{workspace}")
  @Allow(Role.ADMIN)
  public Uni<Response> change(
      @Nullable WorkspaceDraft draft, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return change
        .change(
            caller.workspace(),
            draft == null ? new WorkspaceDraft(null, null, null) : draft,
            caller.role(),
            ifMatch)
        .map(this::answer);
  }

  private Response answer(Workspace workspace) {
    return Response.ok(WorkspaceView.of(workspace, caller.role()))
        .header("ETag", workspace.etag(caller.role()))
        .build();
  }
}
