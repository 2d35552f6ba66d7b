package io.adfleet.connections.link;

import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.provider.PlatformClient;
import io.adfleet.connections.provider.PlatformClients;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;

/** Where connecting a platform starts. */
@Path("/api/workspaces/{workspace}/connections/{platform}/authorize")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorizeResource {

  private final PlatformClients platforms;
  private final AuthorizeConnection authorize;
  private final Caller caller;

  AuthorizeResource(PlatformClients platforms, AuthorizeConnection authorize, Caller caller) {
    this.platforms = platforms;
    this.authorize = authorize;
    this.caller = caller;
  }

  public record Sent(URI authorizeUrl) {}

  @POST
  @Allow(Role.ADMIN)
  public Uni<Sent> authorize(String platform) {
    PlatformClient client = platforms.find(platform).orElseThrow(ProblemException::notFound);
    String session = caller.session();
    if (session == null) {
      throw new ProblemException(
          ConnectionsProblem.BROWSER_SESSION_REQUIRED,
          "A platform is connected in a browser: sign in there, API tokens can't consent.");
    }
    return authorize.authorize(caller.workspace(), caller.user(), session, client).map(Sent::new);
  }
}
