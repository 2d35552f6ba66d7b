package io.adfleet.copilot.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question cut into dates, numbers, lower-case words and the signs that change what is asked; the
 * rest of punctuation separates.
 */
final class Words {

  private static final Pattern WORD =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+(?:[.,][0-9]+)*|[\\p{L}\\p{M}]+"
              + "|[%‰<>=≠≤≥\\p{Sc}]|[\\p{N}&&[^0-9]]");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,6}");

  private Words() {}

  static List<String> of(String question) {
    String plain =
        Normalizer.normalize(question, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  static boolean isDate(String word) {
    return DATE.matcher(word).matches();
  }

  static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0)) && !isDate(word);
  }

  static boolean isWhole(String word) {
    return WHOLE.matcher(word).matches();
  }
}
