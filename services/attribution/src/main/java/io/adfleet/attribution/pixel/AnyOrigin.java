package io.adfleet.attribution.pixel;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets pages of every origin read the pixel door's answers, refusals too. Never with credentials:
 * the door knows none.
 */
public class AnyOrigin {

  private static final String DOOR = "/v1/pixel-events";

  @ServerResponseFilter
  public void allow(ContainerRequestContext request, ContainerResponseContext answer) {
    if (request.getUriInfo().getPath().equals(DOOR)) {
      answer.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
      answer.getHeaders().putSingle("Access-Control-Expose-Headers", "Retry-After");
    }
  }
}
