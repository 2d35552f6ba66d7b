package io.adfleet.ingest.platform;

/** What can go wrong with the platform, by what has to be done about it. */
public enum FailureKind {
  /** The user has to authorize the connection again. */
  NEEDS_REAUTH("needs_reauth"),
  /** This account may not be read with this connection. */
  NO_PERMISSION("no_permission"),
  /** The account is switched off at the platform. */
  DISABLED("disabled"),
  /** The platform wants us to wait. */
  RATE_LIMITED("rate_limited"),
  /** Passing: trying again is right, a few times. */
  TRANSIENT("transient"),
  /** The question is wrong: asking again brings the same answer. */
  PERMANENT("permanent"),
  /** One of our own parts is away; the slice is not to blame. */
  OURS("transient");

  private final String word;

  FailureKind(String word) {
    this.word = word;
  }

  /** The word other services know it by. */
  public String word() {
    return word;
  }
}
