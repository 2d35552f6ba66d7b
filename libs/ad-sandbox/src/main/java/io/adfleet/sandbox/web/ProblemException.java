package io.adfleet.sandbox.web;

import java.util.List;

/** A request that is answered with a problem of RFC 9457. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<FieldError> errors;

  public ProblemException(int status, String title, String detail, List<FieldError> errors) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  /** One field has a value that cannot be used. */
  public static ProblemException invalid(String field, String reason, String remedy) {
    return new ProblemException(
        422,
        "Invalid value",
        field + " " + reason + ".",
        List.of(new FieldError(field, reason, remedy)));
  }

  /** The body is not what it should be. */
  public static ProblemException unreadable(String detail) {
    return new ProblemException(400, "Unreadable request", detail, List.of());
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  List<FieldError> errors() {
    return errors;
  }
}
