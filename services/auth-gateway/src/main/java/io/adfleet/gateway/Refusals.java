package io.adfleet.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adfleet.defaults.Outage;
import io.adfleet.defaults.ProblemBody;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.ProblemType;
import io.adfleet.defaults.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Says no before any endpoint is reached, in the same words as the endpoints do. */
@ApplicationScoped
public class Refusals {

  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private final ObjectMapper mapper;

  Refusals(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Ends the request with a problem. */
  public void send(RoutingContext request, ProblemType type, String detail) {
    send(request.response(), type, detail);
  }

  /** The same where there is no route. */
  public void send(HttpServerResponse response, ProblemType type, String detail) {
    if (response.ended()) {
      return;
    }
    response
        .setStatusCode(type.status())
        .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(body(type, detail));
  }

  /** Ends the request as if what it asks for did not exist; the same bytes for what is others'. */
  public void notFound(RoutingContext request) {
    send(request, Problems.NOT_FOUND, ProblemException.notFound().getMessage());
  }

  /** Ends the request with our own fault; the cause is logged, not told. */
  public void ours(RoutingContext request, Throwable cause) {
    if (Outage.caused(cause)) {
      LOG.warnf(
          "%s %s failed, a part it needs is away: %s",
          request.request().method(), request.normalizedPath(), cause);
      if (!request.response().headWritten()) {
        request.response().putHeader("Retry-After", Integer.toString(Outage.RETRY_AFTER));
      }
      send(request, Problems.UNAVAILABLE, Outage.DETAIL);
      return;
    }
    LOG.errorf(cause, "%s %s failed", request.request().method(), request.normalizedPath());
    send(
        request, Problems.INTERNAL, "Something went wrong on our side. Give support the trace id.");
  }

  private Buffer body(ProblemType type, String detail) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(ProblemBody.of(type, detail, List.of())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem can't be written", e);
    }
  }
}
