package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers in pages. Later pages come from the moment of the first, whatever their size. The last
 * page has a cursor but no address of a next one, and asking after it brings nothing. When too many
 * rows are remembered, listings that were read to their end are let go first, then those that
 * nobody has read on in for longest.
 */
final class Pages {

  /** How many rows a page has unless the caller says so. */
  static final int USUAL = 25;

  /** The most rows that are given at once. */
  static final int MOST = 1_000;

  private static final int REMEMBERED_ROWS = 60_000;
  private static final String END = "end";

  private final SequencedMap<String, Listing> byId = new LinkedHashMap<>();
  private int rows;

  /** Everything there is to say, each row written only when it is sent. */
  record Listing(String edge, List<Supplier<Map<String, Object>>> rows) {}

  private record Cursor(String id, int from) {

    static @Nullable Cursor of(String text) {
      try {
        String[] halves =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
        return new Cursor(halves[0], Integer.parseInt(halves[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        return null;
      }
    }

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((id + ":" + from).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * A page: the first of a listing that is made now, or the one after the caller's cursor.
   *
   * @param most the most rows a page may have
   */
  Map<String, Object> page(GraphCall call, int most, Supplier<Listing> listing) {
    String after = call.text("after");
    if (after == null) {
      Listing made = listing.get();
      return page(call, most, UUID.randomUUID().toString(), made, 0);
    }
    Cursor cursor = Cursor.of(after);
    if (cursor != null && cursor.id().equals(END)) {
      return Map.of("data", List.of());
    }
    Listing known = cursor == null ? null : named(cursor.id());
    if (cursor == null || known == null || !known.edge().equals(edge(call))) {
      throw Failures.parameter("Invalid cursor: after");
    }
    return page(call, most, cursor.id(), known, cursor.from());
  }

  /** What a cursor belongs to. */
  static String edge(GraphCall call) {
    return String.join("/", call.path());
  }

  private Map<String, Object> page(GraphCall call, int most, String id, Listing listing, int from) {
    int all = listing.rows().size();
    int to = Math.min(from + call.count("limit", USUAL), all);
    if (to - from > most) {
      throw Failures.reduce();
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("data", listing.rows().subList(from, to).stream().map(Supplier::get).toList());
    if (from < to) {
      String after = new Cursor(to == all ? END : id, to).text();
      Map<String, Object> paging = new LinkedHashMap<>();
      paging.put("cursors", Map.of("before", new Cursor(id, from).text(), "after", after));
      if (to == all) {
        readToItsEnd(id);
      } else {
        remember(id, listing);
        paging.put("next", call.addressWith("after", after, "before"));
      }
      page.put("paging", paging);
    }
    return page;
  }

  private synchronized void remember(String id, Listing listing) {
    if (byId.putLast(id, listing) == null) {
      rows += listing.rows().size();
    }
    while (rows > REMEMBERED_ROWS && byId.size() > 1) {
      rows -= byId.pollFirstEntry().getValue().rows().size();
    }
  }

  /** Its last page may be asked for once more by whom it didn't reach. */
  private synchronized void readToItsEnd(String id) {
    Listing listing = byId.get(id);
    if (listing != null) {
      byId.putFirst(id, listing);
    }
  }

  private synchronized @Nullable Listing named(String id) {
    return byId.get(id);
  }
}
