package io.adfleet.attribution.pixel;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Spelling;
import io.adfleet.defaults.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event of a batch. Consent is looked at first: of an event without it nothing else is
 * read. The first fault refuses an event; the others of the batch don't suffer.
 */
final class EventReader {

  private static final int LONGEST_ID = 200;
  private static final int LONGEST_ADDRESS = 4_096;
  private static final int LONGEST_CLICK_ID = 500;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
  private static final int MOST_PLACES = 20;

  private final int index;
  private final JsonNode given;
  private final Instant now;

  private EventReader(int index, JsonNode given, Instant now) {
    this.index = index;
    this.given = given;
    this.now = now;
  }

  static ReadEvent read(int index, JsonNode given, Instant now) {
    try {
      return new EventReader(index, given, now).read();
    } catch (Fault fault) {
      return fault.refused;
    }
  }

  private ReadEvent read() {
    if (!given.isObject()) {
      throw fault("", "It is not an object.", "Send {\"event_id\": …, \"type\": …}.");
    }
    if (!given.path("consent").path("analytics").booleanValue()) {
      return new ReadEvent.WithoutConsent();
    }
    PageAddress page = PageAddress.of(text("url", LONGEST_ADDRESS));
    Long value = value();
    return new ReadEvent.Good(
        new PixelEvent(
            required("event_id"),
            type(),
            occurredAt(),
            text("visitor_id", LONGEST_ID),
            page.place(),
            PageAddress.of(text("referrer", LONGEST_ADDRESS)).place(),
            page.utm(),
            clickIds(page.clickIds()),
            value,
            currency(value != null),
            text("order_id", LONGEST_ID)));
  }

  private String type() {
    String type = required("type");
    if (PixelEvent.TYPES.contains(type)) {
      return type;
    }
    String known = String.join(", ", PixelEvent.TYPES);
    throw fault(
        "type",
        "There is no such type.",
        Spelling.nearest(type, PixelEvent.TYPES)
                .map(meant -> "Did you mean \"" + meant + "\"? ")
                .orElse("")
            + "Use one of "
            + known
            + ".");
  }

  private Instant occurredAt() {
    Instant at;
    try {
      at = OffsetDateTime.parse(required("occurred_at")).toInstant();
    } catch (DateTimeParseException e) {
      throw fault(
          "occurred_at",
          "It is not an instant.",
          "Give RFC 3339 with a zone, such as 2026-11-22T09:45:00Z.");
    }
    if (at.isBefore(EARLIEST) || at.isAfter(now.plus(AHEAD))) {
      throw fault(
          "occurred_at",
          "It is " + (at.isBefore(EARLIEST) ? "too long ago." : "more than a day ahead."),
          "Give the time it happened; our clock says " + now + ".");
    }
    return at;
  }

  private Map<String, String> clickIds(Map<String, String> ofPage) {
    JsonNode ids = given.path("click_ids");
    if (isAbsent(ids)) {
      return ofPage;
    }
    if (!ids.isObject()) {
      throw fault("click_ids", "It is not an object.", "Send {\"gclid\": \"…\"}.");
    }
    Map<String, String> all = new HashMap<>(ofPage);
    for (String name : PageAddress.CLICK_IDS) {
      String id = text(ids.path(name), "click_ids." + name, LONGEST_CLICK_ID);
      if (id != null) {
        all.put(name, id);
      }
    }
    return all;
  }

  private @Nullable Long value() {
    JsonNode node = given.path("value");
    if (isAbsent(node)) {
      return null;
    }
    BigDecimal value = decimal(node);
    if (value == null
        || value.signum() < 0
        || Math.abs(value.scale()) > MOST_PLACES
        || value.compareTo(MOST) > 0) {
      throw fault(
          "value", "It is not an amount from 0 to 10^12.", "Give a decimal such as \"49.90\".");
    }
    return value.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static @Nullable BigDecimal decimal(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (!node.isTextual() || node.textValue().length() > 2 * MOST_PLACES) {
      return null;
    }
    try {
      return new BigDecimal(node.textValue());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable String currency(boolean needed) {
    String code = text("currency", 3);
    if (code == null) {
      if (needed) {
        throw fault("currency", "A value needs one.", "Give an ISO code such as EUR.");
      }
      return null;
    }
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw fault("currency", "There is no such currency.", "Give an ISO code such as EUR.");
    }
  }

  private String required(String field) {
    String text = text(field, LONGEST_ID);
    if (text == null || text.isBlank()) {
      throw fault(field, "It is missing.", "Send it with every event.");
    }
    return text;
  }

  private @Nullable String text(String field, int longest) {
    return text(given.path(field), field, longest);
  }

  private @Nullable String text(JsonNode node, String field, int longest) {
    if (isAbsent(node)) {
      return null;
    }
    if (!node.isTextual()) {
      throw fault(field, "It is not a text.", "Send a text.");
    }
    String text = node.textValue();
    if (text.length() > longest || !PlainText.isLine(text)) {
      throw fault(
          field,
          "It is longer than "
              + longest
              + " characters, or holds control characters or halves of one.",
          "Send a shorter, plain text.");
    }
    return text;
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private Fault fault(String field, String reason, String remedy) {
    return new Fault(new ReadEvent.Refused(index, field, reason, remedy));
  }

  /** Leaves the reading of this event. */
  private static final class Fault extends RuntimeException {
    private final transient ReadEvent.Refused refused;

    Fault(ReadEvent.Refused refused) {
      super(refused.reason(), null, false, false);
      this.refused = refused;
    }
  }
}
