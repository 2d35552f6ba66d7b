package io.adfleet.gateway.session;

import io.adfleet.defaults.AllowAnyone;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The pages that only somebody signed in reaches; quarkus-oidc sends everybody else to Keycloak.
 */
@Path("/auth")
public class SignInResource {

  /** Starts the sign-in, and ends here when it is done. */
  @GET
  @Path("login")
  @AllowAnyone
  public Response login(@QueryParam("to") @Nullable String to) {
    return Response.seeOther(URI.create(Landing.of(to))).build();
  }

  /** Where Keycloak sends the browser back; with a live session it only goes on. */
  @GET
  @Path("callback")
  @AllowAnyone
  public Response callback() {
    return Response.seeOther(URI.create("/")).build();
  }
}
