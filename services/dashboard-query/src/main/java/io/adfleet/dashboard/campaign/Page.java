package io.adfleet.dashboard.campaign;

import io.adfleet.defaults.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing. The cursor names the last entity of the page before, and where it stood in
 * case it is gone.
 *
 * @param next the cursor of the page after, or null
 */
record Page(List<Described> items, @Nullable String next) {

  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 500;

  private record Position(UUID last, int index, String sort) {}

  static Page of(
      List<Described> sorted, String sort, @Nullable String limit, @Nullable String cursor) {
    int most = limit(limit);
    int from = cursor == null || cursor.isBlank() ? 0 : after(sorted, position(cursor, sort));
    int to = Math.min(sorted.size(), from + most);
    List<Described> items = sorted.subList(Math.min(from, to), to);
    return new Page(
        items,
        to < sorted.size() && !items.isEmpty()
            ? encoded(new Position(items.getLast().entityId(), to, sort))
            : null);
  }

  private static int after(List<Described> sorted, Position position) {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).entityId().equals(position.last)) {
        return i + 1;
      }
    }
    return position.index;
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
      throw badLimit();
    } catch (NumberFormatException e) {
      throw badLimit();
    }
  }

  private static ProblemException badLimit() {
    return ProblemException.invalid(
        "limit", "The limit is not between 1 and " + MOST + ".", "Give a whole number up to 500.");
  }

  private static String encoded(Position position) {
    String text = position.last + "|" + position.index + "|" + position.sort;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Position position(String cursor, String sort) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|", 3);
      if (parts.length == 3 && parts[2].equals(sort)) {
        return new Position(
            UUID.fromString(parts[0]), Math.max(0, Integer.parseInt(parts[1])), sort);
      }
      throw badCursor();
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  private static ProblemException badCursor() {
    return ProblemException.invalid(
        "cursor",
        "The cursor is not one of this listing in this order.",
        "Use next_cursor of the page before with the same sort, or leave it away.");
  }
}
