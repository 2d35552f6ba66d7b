package io.adfleet.defaults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says no to a request: a problem type, a sentence for people, and the fields at fault. */
public final class ProblemException extends RuntimeException {

  private final transient ProblemType type;
  private final transient List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), null);
  }

  private ProblemException(
      ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** A value of a field is not valid. */
  public static ProblemException invalid(String field, String reason, String remedy) {
    return new ProblemException(Problems.INVALID, field + ": " + reason)
        .with(new FieldError(field, reason, remedy));
  }

  /** The same answer for what is absent and what belongs to others. */
  public static ProblemException notFound() {
    return new ProblemException(Problems.NOT_FOUND, "There is no such thing, or it isn't yours.");
  }

  public ProblemException with(FieldError... more) {
    List<FieldError> all = new ArrayList<>(errors);
    all.addAll(List.of(more));
    return new ProblemException(type, getMessage(), all, retryAfter);
  }

  public ProblemException retryAfter(Duration delay) {
    return new ProblemException(type, getMessage(), errors, delay);
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
