package io.adfleet.dashboard.reconciliation;

import io.adfleet.defaults.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Account dates in the order newest first, a page of them. */
public record Reconciliation(
    List<ReconciledDay> items, @Nullable String nextCursor, @Nullable Boolean agrees) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 500;

  static Reconciliation of(
      List<ReconciledDay> all, @Nullable String limit, @Nullable String cursor) {
    int from = number("cursor", cursor, 0, Integer.MAX_VALUE, 0);
    int most = number("limit", limit, 1, MOST, DEFAULT_LIMIT);
    int to = (int) Math.min(all.size(), (long) from + most);
    return new Reconciliation(
        all.subList(Math.min(from, to), to),
        to < all.size() ? String.valueOf(to) : null,
        agree(all));
  }

  private static @Nullable Boolean agree(List<ReconciledDay> all) {
    List<Boolean> compared =
        all.stream().map(ReconciledDay::agrees).filter(java.util.Objects::nonNull).toList();
    return compared.isEmpty() ? null : (Boolean) !compared.contains(false);
  }

  private static int number(
      String field, @Nullable String text, int least, int most, int otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
      throw invalid(field);
    } catch (NumberFormatException e) {
      throw invalid(field);
    }
  }

  private static ProblemException invalid(String field) {
    return field.equals("limit")
        ? ProblemException.invalid(
            field,
            "The limit is not between 1 and " + MOST + ".",
            "Give a whole number up to " + MOST + ".")
        : ProblemException.invalid(
            field,
            "The cursor is not one of this listing.",
            "Use next_cursor of the page before, or leave it away.");
  }
}
