package io.adfleet.sandbox.web;

/** The answer begins and never goes on. */
public final class SilenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SilenceException() {
    super("The answer never goes on.", null, false, false);
  }
}
