package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.AccountFilter;
import io.adfleet.dashboard.range.AskedDates;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Etags;
import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
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

@Path("/api/workspaces/{workspace}/campaigns")
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {

  private final ListCampaigns listCampaigns;
  private final Etags etags;

  CampaignsResource(ListCampaigns listCampaigns, Etags etags) {
    this.listCampaigns = listCampaigns;
    this.etags = etags;
  }

  /** The parameters of a listing. */
  public record Query(
      @QueryParam("timeframe") @Nullable String timeframe,
      @QueryParam("start") @Nullable String start,
      @QueryParam("end") @Nullable String end,
      @QueryParam("platform") @Nullable String platform,
      @QueryParam("client") @Nullable String client,
      @QueryParam("account") @Nullable String account,
      @QueryParam("parent") @Nullable String parent,
      @QueryParam("status") @Nullable String status,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {

    ListCampaigns.Asked asked() {
      return new ListCampaigns.Asked(
          new AskedDates(timeframe, start, end),
          new AccountFilter(platform, client, account),
          parent,
          status,
          sort,
          limit,
          cursor);
    }
  }

  @GET
  @Allow(Role.VIEWER)
  @Operation(summary = "Campaigns, or the children of an entity, with their figures")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Listing.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  public Uni<Response> list(
      @PathParam("workspace") UUID workspace,
      @BeanParam Query query,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return listCampaigns
        .list(workspace, query.asked())
        .map(listing -> etags.answer(listing, ifNoneMatch));
  }
}
