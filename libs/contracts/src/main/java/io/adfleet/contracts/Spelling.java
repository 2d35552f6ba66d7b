package io.adfleet.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which known word a misspelt one was meant to be. */
public final class Spelling {

  private static final int SHORT = 4;

  private Spelling() {}

  /**
   * The nearest of the known words: at most one slip in a word of up to four letters, two in a
   * longer one. A slip is a letter too many, too few or wrong, or two that changed places.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int most = word.length() <= SHORT ? 1 : 2;
    return known.stream()
        .filter(candidate -> slips(word, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
  }

  /** How many slips lead from one word to the other. */
  public static int slips(String one, String other) {
    int[][] slips = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : fewest(one, other, i, j, slips);
      }
    }
    return slips[one.length()][other.length()];
  }

  private static int fewest(String one, String other, int i, int j, int[][] slips) {
    int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int fewest =
        Math.min(slips[i - 1][j - 1] + changed, Math.min(slips[i - 1][j] + 1, slips[i][j - 1] + 1));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
  }
}
