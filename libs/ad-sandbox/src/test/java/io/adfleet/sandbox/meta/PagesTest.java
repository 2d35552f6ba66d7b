package io.adfleet.sandbox.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.adfleet.sandbox.meta.protocol.GraphCall;
import io.adfleet.sandbox.meta.protocol.GraphException;
import io.adfleet.sandbox.web.Request;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

  private static final int LARGE = 20_000;
  private static final int MOST = LARGE;

  private final Pages pages = new Pages();

  @Test
  void aListingThatIsReadOnOutlivesOnesThatNobodyReads() {
    String reading = begun();
    String left = begun();
    for (int i = 0; i < 5; i++) {
      reading = after(page(LARGE / 10, reading));
      begun();
    }
    assertEquals(LARGE / 10, rows(page(LARGE / 10, reading)).size());
    assertThrows(GraphException.class, () -> page(1, left));
  }

  @Test
  void aListingThatWasReadToItsEndIsTheFirstToGo() {
    String waiting = begun();
    String ended = begun();
    page(MOST, ended);
    assertEquals(LARGE - 1, rows(page(MOST, ended)).size());
    begun();
    begun();
    assertThrows(GraphException.class, () -> page(1, ended));
    assertEquals(1, rows(page(1, waiting)).size());
  }

  /** The cursor of a listing of which one row was read. */
  private String begun() {
    return after(page(1, null));
  }

  private Map<String, Object> page(int limit, @Nullable String after) {
    Map<String, String> asked =
        after == null
            ? Map.of("limit", Integer.toString(limit))
            : Map.of("limit", Integer.toString(limit), "after", after);
    GraphCall call =
        GraphCall.of(new Request("GET", "/v24.0/act_1/ads", asked, Map.of(), new byte[0]));
    return pages.page(
        call,
        MOST,
        () ->
            new Pages.Listing(
                Pages.edge(call), Collections.nCopies(LARGE, () -> Map.of("id", "1"))));
  }

  private static List<?> rows(Map<String, Object> page) {
    return (List<?>) page.get("data");
  }

  private static String after(Map<String, Object> page) {
    Map<?, ?> paging = (Map<?, ?>) page.get("paging");
    return (String) ((Map<?, ?>) paging.get("cursors")).get("after");
  }
}
