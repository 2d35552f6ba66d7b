package io.adfleet.copilot.question;

import io.adfleet.contracts.Spelling;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads questions by rules: words in any order, synonyms, slips of the pen. Needs no model. */
@ApplicationScoped
public class Grammar implements QuestionParser {

  /** What can be asked, told whenever something can't. */
  public static final String ABILITIES =
      "I can answer spend, revenue, ROAS, conversions, conversion value, clicks, impressions, CTR,"
          + " CPC, CPM and CPA: in total, by platform or by campaign, on Google or Meta, for today,"
          + " yesterday, the last 7, 14, 30 or 90 days, this month, last month or dates like"
          + " 2026-11-01 to 2026-11-22, and the top n. For example: \"ROAS last 7 days by"
          + " platform\" or \"top 5 campaigns by revenue this month\".";

  private static final int SHORTEST_CORRECTED = 4;
  private static final int LONG = 8;

  @Override
  public String name() {
    return "grammar";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public String step() {
    return "Reading the question.";
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Uni<Understood> parse(String question) {
    return Uni.createFrom().item(() -> read(question));
  }

  Understood read(String question) {
    List<String> notes = new ArrayList<>();
    List<String> words = Words.of(question).stream().map(word -> corrected(word, notes)).toList();
    return new Interpretation(meanings(words), notes).understood();
  }

  private static List<Meaning> meanings(List<String> words) {
    Dates dates = new Dates(words);
    List<Meaning> meanings = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Dates.Found when = dates.at(at);
      if (when != null) {
        meanings.add(when.meaning());
        at += when.length();
      } else {
        int length = phrase(words, at, meanings);
        if (length == 0) {
          meanings.add(single(words.get(at)));
          length = 1;
        }
        at += length;
      }
    }
    return meanings;
  }

  /** Adds what the longest known phrase says; its length, or 0 where there is none. */
  private static int phrase(List<String> words, int from, List<Meaning> meanings) {
    int longest = Math.min(Vocabulary.LONGEST, words.size() - from);
    for (int length = longest; length > 0; length--) {
      Optional<Meaning> meaning = Vocabulary.of(words.subList(from, from + length));
      if (meaning.isPresent()) {
        meanings.add(meaning.get());
        return length;
      }
    }
    return 0;
  }

  private static Meaning single(String word) {
    Integer number = Dates.number(word);
    if (number != null) {
      return new Meaning.Number(number.toString());
    }
    return Words.isNumber(word) ? new Meaning.Number(word) : new Meaning.Unknown(word);
  }

  /** A slip of the pen in a word that begins right is put right, and said so. */
  private static String corrected(String word, List<String> notes) {
    if (word.length() < SHORTEST_CORRECTED
        || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')
        || Vocabulary.knows(word)
        || Dates.numberWords().contains(word)) {
      return word;
    }
    int most = word.length() < LONG ? 1 : 2;
    Optional<String> meant =
        Spelling.nearest(
                word,
                Vocabulary.words().stream()
                    .filter(known -> known.length() >= SHORTEST_CORRECTED)
                    .filter(known -> known.charAt(0) == word.charAt(0))
                    .sorted()
                    .toList())
            .filter(known -> Spelling.slips(word, known) <= most);
    meant.ifPresent(known -> notes.add("I read \"" + word + "\" as \"" + known + "\"."));
    return meant.orElse(word);
  }
}
