package io.adfleet.connections;

import io.adfleet.defaults.ProblemType;
import java.util.Locale;

/** Every way this API says no beside the shared ones. */
public enum ConnectionsProblem implements ProblemType {
  BROWSER_SESSION_REQUIRED(403, "This needs a browser that is signed in"),
  OAUTH_STATE_INVALID(400, "This consent can't be used"),
  OAUTH_STATE_FOREIGN(403, "This consent was started elsewhere"),
  OAUTH_STATE_USED(409, "This consent was used already"),
  NEEDS_REAUTH(409, "The connection needs a new consent"),
  NO_ACCOUNTS_CHOSEN(409, "No ad account is chosen yet"),
  PLATFORM_NOT_CONFIGURED(503, "This platform isn't set up here"),
  PLATFORM_UNAVAILABLE(503, "The platform doesn't answer right now");

  private final int status;
  private final String title;

  ConnectionsProblem(int status, String title) {
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
