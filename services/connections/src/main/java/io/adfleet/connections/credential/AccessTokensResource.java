package io.adfleet.connections.credential;

import io.adfleet.contracts.Platform;
import io.adfleet.defaults.AllowService;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens for ingest services; refresh tokens never leave. */
@Path("/internal/access-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccessTokensResource {

  private static final String GOOGLE = "adfleet-ingest-google";
  private static final String META = "adfleet-ingest-meta";

  private final IssueAccessToken issue;
  private final Caller caller;

  AccessTokensResource(IssueAccessToken issue, Caller caller) {
    this.issue = issue;
    this.caller = caller;
  }

  public record Asked(@Nullable UUID workspaceId, @Nullable UUID connectionId) {}

  public record Issued(String accessToken, Instant expiresAt) {

    @Override
    public String toString() {
      return "Issued[expiresAt=" + expiresAt + "]";
    }
  }

  /** Each service gets tokens of its own platform; the connections of another are not found. */
  @POST
  @AllowService({GOOGLE, META})
  public Uni<Response> issue(@Nullable Asked asked) {
    if (asked == null || asked.workspaceId() == null || asked.connectionId() == null) {
      throw ProblemException.invalid(
          asked == null || asked.workspaceId() == null ? "workspace_id" : "connection_id",
          "it is missing",
          "name the workspace and the connection");
    }
    return issue
        .issue(
            asked.workspaceId(),
            asked.connectionId(),
            META.equals(caller.client()) ? Platform.META : Platform.GOOGLE)
        .map(token ->
            Response.ok(new Issued(token.text(), token.expiresAt()))
                .header("Cache-Control", "no-store")
                .build());
  }
}
