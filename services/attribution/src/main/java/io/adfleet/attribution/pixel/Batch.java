package io.adfleet.attribution.pixel;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.attribution.AttributionProblem;
import io.adfleet.attribution.key.KeyText;
import io.adfleet.contracts.Json;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A request's body: whose it is, and its events, not yet read. */
record Batch(KeyText key, JsonNode events) {

  static final int MOST_EVENTS = 500;
  static final int MOST_BYTES = 256 * 1024;

  /** What of a batch can be stored, and what became of the rest. */
  record Sorted(List<PixelEvent> good, int withoutConsent, List<ReadEvent.Refused> refused) {}

  static Batch of(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          Problems.TOO_LARGE,
          "The body has more than " + MOST_BYTES + " bytes. Send smaller batches.");
    }
    JsonNode json = json(body);
    JsonNode key = json.path("key");
    if (!key.isTextual()) {
      throw new ProblemException(
          AttributionProblem.PIXEL_KEY_UNKNOWN, "There is no key. Send the shop's pixel key.");
    }
    JsonNode events = json.path("events");
    if (!events.isArray() || events.isEmpty() || events.size() > MOST_EVENTS) {
      throw ProblemException.invalid(
          "events",
          "It is not a list of 1 to " + MOST_EVENTS + " events.",
          "Send at most " + MOST_EVENTS + " at once.");
    }
    return new Batch(new KeyText(key.textValue()), events);
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode json =
          Json.mapper()
              .reader()
              .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readTree(body);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static ProblemException unreadable() {
    return new ProblemException(Problems.UNREADABLE, "The body is not a JSON object.")
        .with(
            new FieldError(
                "body", "it can't be read", "Send {\"key\": \"pk_…\", \"events\": [ … ]}."));
  }

  int size() {
    return events.size();
  }

  /** Reads the events. */
  Sorted sorted(Instant now) {
    List<PixelEvent> good = new ArrayList<>(events.size());
    List<ReadEvent.Refused> refused = new ArrayList<>();
    int withoutConsent = 0;
    for (int i = 0; i < events.size(); i++) {
      switch (EventReader.read(i, events.get(i), now)) {
        case ReadEvent.Good read -> good.add(read.event());
        case ReadEvent.Refused read -> refused.add(read);
        case ReadEvent.WithoutConsent read -> withoutConsent++;
      }
    }
    return new Sorted(good, withoutConsent, refused);
  }
}
