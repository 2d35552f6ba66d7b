package io.adfleet.defaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of an endpoint as problem+json; what isn't the caller's fault is logged once. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    Response.ResponseBuilder answer = answer(e.type(), e.getMessage(), e.errors());
    java.time.Duration retryAfter = e.retryAfter();
    if (retryAfter != null) {
      answer.header("Retry-After", Math.max(1, retryAfter.toSeconds()));
    }
    return answer.build();
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException e) {
    String field =
        e instanceof JsonMappingException m
            ? m.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return answer(
            Problems.UNREADABLE,
            "The body is not the JSON that is expected here.",
            List.of(
                new FieldError(
                    field.isEmpty() ? "body" : field,
                    "it can't be read: " + e.getOriginalMessage(),
                    "send it as the API description says")))
        .build();
  }

  /** Takes the place of the framework's own answer to this exception. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (e.getCause() instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    Problems type = Problems.ofStatus(status);
    if (type == Problems.INTERNAL) {
      return unexpected(e);
    }
    String detail =
        type == Problems.NOT_FOUND ? ProblemException.notFound().getMessage() : type.title() + ".";
    return answer(type, detail, List.of()).build();
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e) {
    if (Outage.caused(e)) {
      LOG.warnf("A request failed, a part it needs is away: %s", e);
      return answer(Problems.UNAVAILABLE, Outage.DETAIL, List.of())
          .header("Retry-After", Outage.RETRY_AFTER)
          .build();
    }
    LOG.error("A request failed", e);
    return answer(
            Problems.INTERNAL,
            "Something went wrong on our side. Give support the trace id.",
            List.of())
        .build();
  }

  static Response.ResponseBuilder answer(ProblemType type, String detail, List<FieldError> errors) {
    return Response.status(type.status())
        .type(ProblemBody.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(ProblemBody.of(type, detail, errors));
  }
}
