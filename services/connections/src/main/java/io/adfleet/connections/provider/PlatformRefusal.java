package io.adfleet.connections.provider;

/** A platform said no, or nothing. Neither message nor cause carries a secret. */
public final class PlatformRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Kind {
    /** The consent is gone: only the person can give it again. */
    REVOKED,
    /** The person left out something we can't do without. */
    SCOPE_MISSING,
    /** What we sent is wrong, and will stay wrong. */
    REFUSED,
    /** It didn't answer in time, or asks us to come back later. */
    UNAVAILABLE
  }

  private final Kind kind;

  PlatformRefusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
