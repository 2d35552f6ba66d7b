package io.adfleet.gateway;

import io.adfleet.defaults.ProblemType;
import java.util.Locale;

/** The ways only the gateway says no. */
public enum GatewayProblem implements ProblemType {
  CROSS_SITE(403, "This request did not come from the app"),
  BROWSER_ONLY(403, "A person has to do this"),
  IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for something else"),
  BAD_ANSWER(502, "A service gave no usable answer"),
  UPSTREAM_DOWN(503, "A service is not available right now"),
  UPSTREAM_BUSY(503, "A service has too much to do right now"),
  TOO_SLOW(504, "A service took too long");

  private final int status;
  private final String title;

  GatewayProblem(int status, String title) {
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
