package io.adfleet.attribution.key;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Role;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/workspaces/{workspace}/pixel-keys")
@Produces(MediaType.APPLICATION_JSON)
public class PixelKeysResource {

  private final ManageKeys keys;
  private final Caller caller;

  PixelKeysResource(ManageKeys keys, Caller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  /**
   * A key as it is told.
   *
   * @param key the key itself, told once when it is made; null ever after
   */
  public record View(
      UUID id,
      String name,
      @Nullable String key,
      String ending,
      List<String> origins,
      UUID createdBy,
      Instant createdAt) {

    static View of(PixelKey key, @Nullable KeyText text) {
      return new View(
          key.id(),
          key.name(),
          text == null ? null : text.text(),
          key.ending(),
          key.origins(),
          key.createdBy(),
          key.createdAt());
    }
  }

  /** All of them. */
  public record Keys(List<View> items, @Nullable String nextCursor) {}

  @GET
  @Allow(Role.ADMIN)
  @Operation(summary = "The workspace's pixel keys, the newest first")
  public Uni<Keys> list(@PathParam("workspace") UUID workspace) {
    return keys.all(workspace)
        .map(all -> new Keys(all.stream().map(key -> View.of(key, null)).toList(), null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Allow(Role.ADMIN)
  @Operation(summary = "Makes a pixel key; it is told this once")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Uni<Response> issue(@PathParam("workspace") UUID workspace, @Nullable KeyDraft draft) {
    return keys.issue(workspace, caller.user(), draft == null ? new KeyDraft(null, null) : draft)
        .map(issued ->
            Response.created(
                    URI.create("/api/workspaces/" + workspace + "/pixel-keys/" + issued.key().id()))
                .header("Cache-Control", "no-store")
                .entity(View.of(issued.key(), issued.text()))
                .build());
  }

  @DELETE
  @Path("{key}")
  @Allow(Role.ADMIN)
  @Operation(summary = "Deletes a pixel key; what it sent stays")
  @APIResponse(responseCode = "204", description = "It opens nothing any more")
  public Uni<Response> delete(@PathParam("workspace") UUID workspace, @PathParam("key") UUID key) {
    return keys.delete(workspace, key).map(done -> Response.noContent().build());
  }
}
