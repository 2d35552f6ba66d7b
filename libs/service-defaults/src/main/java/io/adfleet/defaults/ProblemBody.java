package io.adfleet.defaults;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adfleet.messaging.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it, with our trace id and the fields at fault. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String traceId,
    List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem in the current trace. */
  public static ProblemBody of(ProblemType type, String detail, List<FieldError> errors) {
    return new ProblemBody(
        "https://adfleet.io/problems/" + type.code(),
        type.title(),
        type.status(),
        detail,
        Trace.idOf(Trace.current()),
        errors);
  }
}
