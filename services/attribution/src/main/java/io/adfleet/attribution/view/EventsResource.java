package io.adfleet.attribution.view;

import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Etags;
import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/workspaces/{workspace}/attribution/events")
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

  private final CountEvents countEvents;
  private final Etags etags;

  EventsResource(CountEvents countEvents, Etags etags) {
    this.countEvents = countEvents;
    this.etags = etags;
  }

  @GET
  @Path("/summary")
  @Allow(Role.VIEWER)
  @Operation(summary = "How many events came in per date and type; the last 7 dates unless asked")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Counts.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  public Uni<Response> summary(
      @PathParam("workspace") UUID workspace,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return countEvents.count(workspace, from, to).map(counts -> etags.answer(counts, ifNoneMatch));
  }
}
