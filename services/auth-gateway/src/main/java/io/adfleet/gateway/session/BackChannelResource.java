package io.adfleet.gateway.session;

import io.adfleet.defaults.AllowAnyone;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keycloak says here that somebody signed out there. */
@Path("/auth/backchannel-logout")
public class BackChannelResource {

  private static final Logger LOG = Logger.getLogger(BackChannelResource.class);

  private final LogoutToken token;
  private final Sessions sessions;

  BackChannelResource(LogoutToken token, Sessions sessions) {
    this.token = token;
    this.sessions = sessions;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @AllowAnyone
  @Blocking
  public Response logout(@FormParam("logout_token") @Nullable String text) {
    Optional<LogoutToken.Ended> ended = text == null ? Optional.empty() : token.read(text);
    if (ended.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST).build();
    }
    int rows =
        sessions
            .endFromProvider(ended.get().providerSession(), ended.get().subject())
            .await()
            .indefinitely();
    LOG.infof("Keycloak ended %d session(s)", rows);
    return Response.ok().header("Cache-Control", "no-store").build();
  }
}
