package io.adfleet.attribution.pixel;

/** Which texts of strangers are kept. */
final class Text {

  private Text() {}

  /** Whether it holds no control characters, which the database or a log could stumble over. */
  static boolean isPlain(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }
}
