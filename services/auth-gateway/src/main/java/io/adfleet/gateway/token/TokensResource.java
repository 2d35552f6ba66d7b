package io.adfleet.gateway.token;

import io.adfleet.defaults.AllowSignedIn;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Identity;
import io.adfleet.defaults.ProblemException;
import io.adfleet.gateway.GatewayProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/tokens}: a person's own API tokens. */
@Path("/api/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

  private final Caller caller;
  private final IssueToken issue;
  private final RevokeToken revoke;
  private final ApiTokenStore store;
  private final Feed feed;
  private final Clock clock;

  TokensResource(
      Caller caller,
      IssueToken issue,
      RevokeToken revoke,
      ApiTokenStore store,
      Feed feed,
      Clock clock) {
    this.caller = caller;
    this.issue = issue;
    this.revoke = revoke;
    this.store = store;
    this.feed = feed;
    this.clock = clock;
  }

  record Tokens(List<TokenView> items, @Nullable String nextCursor) {}

  @GET
  @AllowSignedIn
  public Uni<Tokens> list() {
    Identity who = caller.identity();
    return store
        .ofUser(feed.pool(), who.user(), confinedTo(who), clock.instant())
        .map(tokens -> new Tokens(tokens.stream().map(t -> TokenView.of(t, null)).toList(), null));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @AllowSignedIn
  public Uni<Response> issue(
      @Nullable TokenDraft draft, @HeaderParam("Idempotency-Key") @Nullable String key) {
    Identity who = caller.identity();
    if (who.session() == null) {
      throw new ProblemException(
          GatewayProblem.BROWSER_ONLY, "A token can't make tokens. Sign in to make one.");
    }
    return issue
        .issue(draft == null ? new TokenDraft(null, null, null, null) : draft, who.user(), key)
        .map(view ->
            Response.created(URI.create("/api/tokens/" + view.id()))
                .header("Cache-Control", "no-store")
                .entity(view)
                .build());
  }

  @DELETE
  @Path("{token}")
  @AllowSignedIn
  public Uni<Response> revoke(@PathParam("token") UUID token) {
    Identity who = caller.identity();
    return revoke
        .revoke(token, who.user(), confinedTo(who))
        .map(ignored -> Response.noContent().build());
  }

  private static @Nullable UUID confinedTo(Identity who) {
    return who.session() == null ? who.workspace() : null;
  }
}
