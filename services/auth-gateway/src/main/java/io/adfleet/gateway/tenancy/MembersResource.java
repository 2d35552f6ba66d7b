package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/workspaces/{workspace}/members}. */
@Path("/api/workspaces/{workspace}/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

  private final Caller caller;
  private final AddMember add;
  private final RemoveMember remove;
  private final MembershipStore store;
  private final Tenants tenants;

  MembersResource(
      Caller caller, AddMember add, RemoveMember remove, MembershipStore store, Tenants tenants) {
    this.caller = caller;
    this.add = add;
    this.remove = remove;
    this.store = store;
    this.tenants = tenants;
  }

  record View(UUID userId, String email, String role) {
    static View of(MembershipStore.Member member) {
      return new View(member.user(), member.email(), member.role().word());
    }
  }

  record Members(List<View> items, @Nullable String nextCursor) {}

  @GET
  @Allow(Role.VIEWER)
  public Uni<Members> list() {
    UUID workspace = caller.workspace();
    return tenants
        .inWorkspace(workspace, connection -> store.ofWorkspace(connection, workspace))
        .map(members -> new Members(members.stream().map(View::of).toList(), null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allow(Role.ADMIN)
  public Uni<View> add(AddMember.@Nullable Draft draft) {
    return add.add(
            caller.workspace(),
            draft == null ? new AddMember.Draft(null, null) : draft,
            caller.role())
        .map(View::of);
  }

  @DELETE
  @Path("{user}")
  @Allow(Role.ADMIN)
  @Operation(summary = "Removes a member and the tokens they made here; the last owner stays")
  @APIResponse(responseCode = "204", description = "They belong here no longer")
  public Uni<Response> remove(@PathParam("user") UUID user) {
    return remove
        .remove(caller.workspace(), user, caller.role())
        .map(removed -> Response.noContent().build());
  }
}
