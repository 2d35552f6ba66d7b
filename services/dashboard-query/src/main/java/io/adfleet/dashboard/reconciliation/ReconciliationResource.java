package io.adfleet.dashboard.reconciliation;

import io.adfleet.dashboard.account.AccountFilter;
import io.adfleet.dashboard.range.AskedDates;
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

@Path("/api/workspaces/{workspace}/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

  private final Reconcile reconcile;
  private final Etags etags;

  ReconciliationResource(Reconcile reconcile, Etags etags) {
    this.reconcile = reconcile;
    this.etags = etags;
  }

  @GET
  @Allow(Role.VIEWER)
  @Operation(summary = "Our campaign rows beside the platforms' totals, per account and date")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Reconciliation.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the given ETag")
  public Uni<Response> list(
      @PathParam("workspace") UUID workspace,
      @QueryParam("timeframe") @Nullable String timeframe,
      @QueryParam("start") @Nullable String start,
      @QueryParam("end") @Nullable String end,
      @QueryParam("platform") @Nullable String platform,
      @QueryParam("client") @Nullable String client,
      @QueryParam("account") @Nullable String account,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return reconcile
        .reconcile(
            workspace,
            new AskedDates(timeframe, start, end),
            new AccountFilter(platform, client, account),
            limit,
            cursor)
        .map(days -> etags.answer(days, ifNoneMatch));
  }
}
