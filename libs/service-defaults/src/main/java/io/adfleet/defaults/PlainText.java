package io.adfleet.defaults;

/** Which texts of strangers can be kept as they are. */
public final class PlainText {

  private PlainText() {}

  /**
   * Whether it holds neither control characters, which a database or a log could stumble over, nor
   * half a character, which nobody could store as it is.
   */
  public static boolean isLine(String text) {
    return text.codePoints().allMatch(PlainText::isWritten);
  }

  /** The same of text that may have several lines. */
  public static boolean isText(String text) {
    return text.codePoints().allMatch(sign -> Character.isWhitespace(sign) || isWritten(sign));
  }

  private static boolean isWritten(int sign) {
    return !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE;
  }
}
