package io.adfleet.attribution.pixel;

import io.adfleet.attribution.AttributionProblem;
import io.adfleet.attribution.key.FindPixelKey;
import io.adfleet.attribution.key.PixelKey;
import io.adfleet.defaults.AllowAnyone;
import io.adfleet.defaults.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Any page may knock; the key says whose events they are. */
@Path("/v1/pixel-events")
@Produces(MediaType.APPLICATION_JSON)
public class PixelEventsResource {

  private final FindPixelKey find;
  private final EventLimit limit;
  private final RecordEvents record;
  private final EventCounters counters;
  private final Clock clock;

  PixelEventsResource(
      FindPixelKey find,
      EventLimit limit,
      RecordEvents record,
      EventCounters counters,
      Clock clock) {
    this.find = find;
    this.limit = limit;
    this.record = record;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * What became of a batch. The four numbers add up to its events.
   *
   * @param accepted stored now, and safe
   * @param duplicates stored before, or twice in this batch
   * @param withoutConsent nothing of them is kept
   */
  public record Taken(int accepted, int duplicates, int withoutConsent, List<Refusal> refused) {}

  /** An event that can't be stored. */
  public record Refusal(int index, String field, String reason, String remedy) {
    static Refusal of(ReadEvent.Refused refused) {
      return new Refusal(refused.index(), refused.field(), refused.reason(), refused.remedy());
    }
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @AllowAnyone
  @Operation(
      summary = "Takes events of a shop's browsers",
      description =
          "At most 500 events and 256 KiB at once, with the shop's key; no session. Without consent"
              + " an event is not stored. An event_id is stored once. 202 means: stored; what isn't"
              + " answered, or with 429 or any 5xx, is to be sent again.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Taken.class)))
  @APIResponse(responseCode = "401", description = "The key isn't known")
  @APIResponse(responseCode = "413", description = "More than 256 KiB")
  @APIResponse(responseCode = "422", description = "No events, or more than 500")
  @APIResponse(responseCode = "429", description = "Too many for this key; see Retry-After")
  @APIResponse(responseCode = "503", description = "Not stored; see Retry-After")
  public Uni<Response> take(
      byte @Nullable [] body, @HeaderParam("Origin") @Nullable String origin) {
    Batch batch = Batch.of(body == null ? new byte[0] : body);
    return find.find(batch.key())
        .map(key -> key.orElseThrow(PixelEventsResource::unknown))
        .invoke(key -> admit(key, origin == null ? "" : origin, batch.size()))
        .chain(key -> store(key, batch))
        .invoke(counters::count)
        .map(taken -> Response.accepted(taken).header("Cache-Control", "no-store").build());
  }

  @OPTIONS
  @AllowAnyone
  @Operation(hidden = true)
  public Response preflight() {
    return Response.noContent()
        .header("Access-Control-Allow-Methods", "POST")
        .header("Access-Control-Allow-Headers", "Content-Type")
        .header("Access-Control-Max-Age", "86400")
        .build();
  }

  private Uni<Taken> store(PixelKey key, Batch batch) {
    Instant now = clock.instant();
    Batch.Sorted sorted = batch.sorted(now);
    return record
        .record(key, now, sorted.good())
        .map(fresh ->
            new Taken(
                fresh,
                sorted.good().size() - fresh,
                sorted.withoutConsent(),
                sorted.refused().stream().map(Refusal::of).toList()));
  }

  private void admit(PixelKey key, String origin, int events) {
    if (!key.allows(origin)) {
      throw new ProblemException(
          AttributionProblem.ORIGIN_NOT_ALLOWED,
          "This page's origin isn't one of the key's. An admin can make a key for it.");
    }
    limit.take(key.id(), events);
  }

  private static ProblemException unknown() {
    return new ProblemException(
        AttributionProblem.PIXEL_KEY_UNKNOWN,
        "The key isn't known, or was deleted. An admin can make another.");
  }
}
