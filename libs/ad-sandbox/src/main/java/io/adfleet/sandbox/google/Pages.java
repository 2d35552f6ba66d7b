package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Answers in pages of 10,000 rows; later pages come from the moment of the first. */
final class Pages {

  static final int ROWS = 10_000;
  private static final int REMEMBERED = 500;

  private final Map<String, Page> byToken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Some rows of an answer. */
  record Page(String customerId, String query, Report.Result result, int from) {

    int to() {
      return Math.min(from + ROWS, result.lines().size());
    }
  }

  static Page first(String customerId, String query, Report.Result result) {
    return new Page(customerId, query, result, 0);
  }

  /** The token of the page after this one; empty if this is the last. */
  synchronized String after(Page page) {
    if (page.to() == page.result().lines().size()) {
      return "";
    }
    String token = UUID.randomUUID().toString();
    byToken.put(token, new Page(page.customerId(), page.query(), page.result(), page.to()));
    return token;
  }

  synchronized Page named(String token, String customerId, String query) {
    Page page = byToken.get(token);
    if (page == null || !page.customerId().equals(customerId) || !page.query().equals(query)) {
      throw Failures.request(
          RequestError.INVALID_PAGE_TOKEN, "Page token is invalid for this query and customer.");
    }
    return page;
  }
}
