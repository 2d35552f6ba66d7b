package io.adfleet.copilot.dashboard;

/** A query was refused; the message says why and what to do, in a sentence for people. */
public final class QueryRefusedException extends RuntimeException {

  QueryRefusedException(String sentence) {
    super(sentence, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
