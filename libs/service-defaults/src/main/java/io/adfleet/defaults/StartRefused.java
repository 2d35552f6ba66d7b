package io.adfleet.defaults;

/** A service won't start like this; the message is one sentence with cause and remedy. */
public final class StartRefused extends RuntimeException {

  public StartRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
