package io.adfleet.ingest.platform;

/** A call that failed; {@link #failure()} says what to do about it. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public PlatformException(Failure failure) {
    super(failure.code());
    this.failure = failure;
  }

  public PlatformException(Failure failure, Throwable cause) {
    super(failure.code(), cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
