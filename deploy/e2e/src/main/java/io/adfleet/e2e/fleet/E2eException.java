package io.adfleet.e2e.fleet;

import org.jspecify.annotations.Nullable;

/** One sentence for the person who asked, and an end. */
public final class E2eException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public E2eException(String sentence) {
    super(sentence);
  }

  public E2eException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
