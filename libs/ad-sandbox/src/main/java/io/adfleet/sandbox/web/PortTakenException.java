package io.adfleet.sandbox.web;

/** A port that another process holds; its message is one sentence. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PortTakenException(String what, int port) {
    super(
        "Port "
            + port
            + " for the sandbox's "
            + what
            + " is taken by another process; stop it or choose another PORT.");
  }
}
