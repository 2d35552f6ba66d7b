package io.adfleet.defaults;

import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * A service won't start like this; the message is one sentence with cause and remedy. Its cause
 * makes Quarkus print that sentence instead of a stack trace and end with status 1.
 */
public final class StartRefused extends RuntimeException {

  public StartRefused(String sentence) {
    super(sentence, new PreventFurtherStepsException(sentence, 1), false, false);
  }
}
