package io.adfleet.attribution.pixel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a visitor did, as it is kept.
 *
 * @param utm what the page's address said of a campaign
 * @param value micros of the currency
 */
record PixelEvent(
    String id,
    String type,
    Instant occurredAt,
    @Nullable String visitorId,
    @Nullable String url,
    @Nullable String referrer,
    Map<String, String> utm,
    Map<String, String> clickIds,
    @Nullable Long value,
    @Nullable String currency,
    @Nullable String orderId) {

  static final List<String> TYPES =
      List.of("page_view", "product_view", "add_to_cart", "checkout", "purchase");
}
