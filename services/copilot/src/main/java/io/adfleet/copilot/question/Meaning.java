package io.adfleet.copilot.question;

import io.adfleet.contracts.Query;
import org.jspecify.annotations.Nullable;

/** What a word or phrase of a question says. */
sealed interface Meaning {

  /** A metric by its key. */
  record Metric(String key) implements Meaning {}

  /** How something did, without saying which metric. */
  record Performance() implements Meaning {}

  /** What is to be told apart; one of them or all. */
  record Breakdown(String key, boolean plural) implements Meaning {}

  /** A platform by its key. */
  record Platform(String key) implements Meaning {}

  /**
   * Dates.
   *
   * @param note what was assumed of them, a sentence, or null
   */
  record When(Query.Range range, @Nullable String note) implements Meaning {}

  /** Which rows are wanted. */
  record Rank(Kind kind) implements Meaning {
    /** Best and worst depend on the metric: a low cost per click is good. */
    enum Kind {
      HIGHEST,
      LOWEST,
      BEST,
      WORST
    }
  }

  /** A number that is none of a date. */
  record Number(String text) implements Meaning {}

  /** What comes after it orders or breaks down. */
  record By() implements Meaning {}

  /** With dates it adds nothing, with anything else it is a condition. */
  record Over() implements Meaning {}

  /** Two things are held against each other. */
  record Compare() implements Meaning {}

  /** Ads in general, unless they are to be told apart. */
  record Ads() implements Meaning {}

  /** Adds nothing. */
  record Filler() implements Meaning {}

  /** Something that can't be done, with the sentence that says so. */
  record Beyond(String sentence) implements Meaning {}

  /** A word that isn't known. */
  record Unknown(String word) implements Meaning {}
}
