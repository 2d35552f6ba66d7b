package io.adfleet.contracts;

/** The platforms' names as they stand on topics and in the API. */
public final class Platform {

  public static final String GOOGLE = "google";
  public static final String META = "meta";

  private Platform() {}
}
