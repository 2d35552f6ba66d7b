package io.adfleet.local;

/** Why a command cannot go on, in one sentence that names cause and remedy. */
public final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Trouble(String sentence) {
    super(sentence);
  }

  public Trouble(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
