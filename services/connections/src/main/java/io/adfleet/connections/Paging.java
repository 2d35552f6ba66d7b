package io.adfleet.connections;

import io.adfleet.defaults.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are ordered by an id. */
public final class Paging {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  private Paging() {}

  /** How many items a page holds. */
  public static int size(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw ProblemException.invalid("limit", "it is " + limit, "ask for 1 to " + MOST + " items");
    }
    return limit;
  }

  /** After which id a page starts; null for the first. */
  public static @Nullable UUID cursor(@Nullable String cursor) {
    return id("cursor", cursor, "send next_cursor of the page before");
  }

  /** An id in a query; null where none is sent. */
  public static @Nullable UUID id(String field, @Nullable String text, String remedy) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(field, "it is no id", remedy);
    }
  }
}
