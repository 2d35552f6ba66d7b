package io.adfleet.copilot;

import io.adfleet.defaults.ProblemType;
import java.util.Locale;

/** Every way this API says no beside the shared ones. */
public enum CopilotProblem implements ProblemType {
  FIGURES_UNAVAILABLE(503, "The figures can't be asked for right now"),
  TOOK_TOO_LONG(504, "The answer took too long");

  private final int status;
  private final String title;

  CopilotProblem(int status, String title) {
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
