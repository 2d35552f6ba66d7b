package io.adfleet.snapshots.series;

import io.adfleet.contracts.Micros;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Etags;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.adfleet.snapshots.day.Measures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a date of an entity grew, and what was believed about it. */
@Path("/api/workspaces/{workspace}/entities/{entity}")
public class SeriesResource {

  private static final String DATE_REMEDY = "Write it as year-month-day, such as 2026-11-22.";

  private final Tenants tenants;
  private final SeriesStore store;
  private final Caller caller;
  private final Etags etags;

  SeriesResource(Tenants tenants, SeriesStore store, Caller caller, Etags etags) {
    this.tenants = tenants;
    this.store = store;
    this.caller = caller;
    this.etags = etags;
  }

  /** Measures as the API writes them: money in major units, counts as they are. */
  record Amounts(
      String spend, long impressions, long clicks, String conversions, String conversionValue) {
    static Amounts of(Measures m) {
      return new Amounts(
          Micros.text(m.spend()),
          m.impressions(),
          m.clicks(),
          Micros.text(m.conversions()),
          Micros.text(m.conversionValue()));
    }
  }

  /** One slot; {@code increment} is null with a reason where the slot before is unknown. */
  record PointView(
      Instant slot,
      Instant observedAt,
      String source,
      String spend,
      long impressions,
      long clicks,
      String conversions,
      String conversionValue,
      @Nullable Amounts increment,
      @Nullable String reason) {
    static PointView of(Series.Point point) {
      Amounts total = Amounts.of(point.total());
      Measures increment = point.increment();
      return new PointView(
          point.slot(),
          point.observedAt(),
          point.source().name().toLowerCase(Locale.ROOT),
          total.spend(),
          total.impressions(),
          total.clicks(),
          total.conversions(),
          total.conversionValue(),
          increment == null ? null : Amounts.of(increment),
          increment == null ? "first_reading" : null);
    }
  }

  /** The slots of a date. */
  record SeriesView(
      UUID entityId,
      LocalDate date,
      @Nullable String zone,
      String currency,
      List<PointView> items,
      @Nullable String nextCursor) {}

  /** What was believed from when to when. */
  record BeliefView(
      Instant believedFrom,
      @Nullable Instant believedTo,
      String spend,
      long impressions,
      long clicks,
      String conversions,
      String conversionValue) {
    static BeliefView of(Belief belief) {
      Amounts amounts = Amounts.of(belief.measures());
      return new BeliefView(
          belief.from(),
          belief.to(),
          amounts.spend(),
          amounts.impressions(),
          amounts.clicks(),
          amounts.conversions(),
          amounts.conversionValue());
    }
  }

  /** The beliefs about a date, oldest first. */
  record HistoryView(
      UUID entityId,
      LocalDate date,
      String currency,
      List<BeliefView> items,
      @Nullable String nextCursor) {}

  @GET
  @Path("/series")
  @Allow(Role.VIEWER)
  public Uni<Response> series(
      @PathParam("entity") String entity,
      @QueryParam("date") @Nullable String date,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    UUID id = id(entity);
    LocalDate day = date(date);
    return tenants
        .inWorkspace(
            caller.workspace(),
            connection ->
                known(connection, id)
                    .chain(known ->
                        store
                            .day(connection, caller.workspace(), id, known, day)
                            .map(kept -> view(id, day, known, kept))))
        .map(view -> etags.answer(view, ifNoneMatch));
  }

  @GET
  @Path("/history")
  @Allow(Role.VIEWER)
  public Uni<Response> history(
      @PathParam("entity") String entity,
      @QueryParam("date") @Nullable String date,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    UUID id = id(entity);
    LocalDate day = date(date);
    return tenants
        .inWorkspace(
            caller.workspace(),
            connection ->
                known(connection, id)
                    .chain(known ->
                        beliefs(connection, id, known, day)
                            .map(beliefs -> view(id, day, known, beliefs))))
        .map(view -> etags.answer(view, ifNoneMatch));
  }

  private Uni<SeriesStore.Known> known(SqlConnection connection, UUID entity) {
    return store
        .entity(connection, caller.workspace(), entity)
        .map(known -> known.orElseThrow(ProblemException::notFound));
  }

  /** A closed slice without the row says zero. */
  private Uni<List<Belief>> beliefs(
      SqlConnection connection, UUID entity, SeriesStore.Known known, LocalDate day) {
    return Uni.combine()
        .all()
        .unis(
            store.beliefs(connection, caller.workspace(), entity, day),
            store.coverage(connection, caller.workspace(), known, day))
        .with((beliefs, covered) ->
            beliefs.isEmpty() && covered.closedAt() != null
                ? List.of(new Belief(covered.closedAt(), null, Measures.ZERO))
                : beliefs);
  }

  private static SeriesView view(
      UUID entity, LocalDate date, SeriesStore.Known known, SeriesStore.Kept kept) {
    return new SeriesView(
        entity,
        date,
        kept.day() == null ? null : kept.day().zone().getId(),
        known.currency(),
        Series.of(kept.day(), kept.readings(), kept.hours()).points().stream()
            .map(PointView::of)
            .toList(),
        null);
  }

  private static HistoryView view(
      UUID entity, LocalDate date, SeriesStore.Known known, List<Belief> beliefs) {
    return new HistoryView(
        entity, date, known.currency(), beliefs.stream().map(BeliefView::of).toList(), null);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound();
    }
  }

  private static LocalDate date(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(
          "date", "is missing", "Add ?date= with a date such as 2026-11-22.");
    }
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid("date", "is not a date: " + shortened(text), DATE_REMEDY);
    }
    if (date.getYear() < 1970 || date.getYear() > 9999) {
      throw ProblemException.invalid(
          "date", "holds no figures in the year " + date.getYear(), DATE_REMEDY);
    }
    return date;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
