package io.adfleet.attribution;

/** Which texts of strangers are kept. */
public final class Text {

  private Text() {}

  /**
   * Whether it holds neither control characters, which the database or a log could stumble over,
   * nor half a character, which nobody could store as it is.
   */
  public static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE);
  }
}
