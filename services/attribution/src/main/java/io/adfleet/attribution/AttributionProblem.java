package io.adfleet.attribution;

import io.adfleet.defaults.ProblemType;
import java.util.Locale;

/** Every way this API says no beside the shared ones. */
public enum AttributionProblem implements ProblemType {
  PIXEL_KEY_UNKNOWN(401, "This pixel key isn't known"),
  ORIGIN_NOT_ALLOWED(403, "This origin may not use the key");

  private final int status;
  private final String title;

  AttributionProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
