package io.adfleet.defaults;

/** The ways of saying no that every service shares. */
public enum Problems implements ProblemType {
  UNREADABLE(400, "The request can't be read"),
  NOT_SIGNED_IN(401, "Sign in first"),
  FORBIDDEN(403, "You may not do this"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "This can't be done here"),
  CONFLICT(409, "This doesn't fit the present state"),
  STALE_VERSION(412, "It was changed meanwhile"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type isn't understood"),
  INVALID(422, "A value is not valid"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available right now");

  private final int status;
  private final String title;

  Problems(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** The shared problem of an HTTP status. */
  static Problems ofStatus(int status) {
    for (Problems problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status >= 500 ? INTERNAL : UNREADABLE;
  }
}
