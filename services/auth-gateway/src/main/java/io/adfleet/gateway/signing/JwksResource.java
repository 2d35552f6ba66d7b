package io.adfleet.gateway.signing;

import io.adfleet.defaults.AllowAnyone;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /internal/jwks}: the keys by which services verify the internal credential. */
@Path("/internal/jwks")
public class JwksResource {

  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @AllowAnyone
  public Uni<Response> keys() {
    return keys.published()
        .map(set -> Response.ok(set).header("Cache-Control", "max-age=60").build());
  }
}
