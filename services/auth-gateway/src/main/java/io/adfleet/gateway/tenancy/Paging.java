package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
record Paging(int limit, @Nullable UUID after) {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  static Paging of(@Nullable String limit, @Nullable String cursor) {
    return new Paging(limit(limit), cursor == null ? null : after(cursor));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (text.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    throw ProblemException.invalid(
        "limit", "is not a number from 1 to 500", "Leave it out for 50.");
  }

  private static UUID after(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          "cursor", "is not one this list gave", "Pass next_cursor of the previous page.");
    }
  }
}
