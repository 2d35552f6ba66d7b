package io.adfleet.sandbox.truth;

import io.adfleet.sandbox.control.Controls;
import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.ProblemException;
import io.adfleet.sandbox.web.Request;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Decimals;
import io.adfleet.sandbox.world.Entity;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Kind;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import io.adfleet.sandbox.world.Platform;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /truth/…}: what is visible now, in decimals. */
public final class TruthRoutes {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private final Controls controls;
  private final Calls calls;

  public TruthRoutes(Controls controls, Calls calls) {
    this.controls = controls;
    this.calls = calls;
  }

  /** Adds the routes to a server. */
  public void addTo(HttpDoor door) {
    door.on("GET", "/truth/daily", this::daily)
        .on("GET", "/truth/entity", this::entity)
        .on("GET", "/truth/calls", request -> Answer.json(200, Map.of("items", calls.all())));
  }

  private Answer daily(Request request) {
    String platform = request.parameter("platform");
    if (platform != null && Platform.of(platform).isEmpty()) {
      throw ProblemException.invalid(
          "platform", "\"" + platform + "\" is not a platform", "Say google or meta.");
    }
    String accountId = request.parameter("account_id");
    if (accountId != null) {
      account(accountId);
    }
    Range range = Range.of(request);
    Moment moment = controls.moment();
    List<Map<String, Object>> items = new ArrayList<>();
    for (Account account : controls.world().accounts()) {
      if ((platform == null || account.platform().word().equals(platform))
          && (accountId == null || account.id().equals(accountId))) {
        moment
            .entities(account, Kind.CAMPAIGN)
            .forEach(campaign -> addDays(items, moment, campaign, range));
      }
    }
    return Answer.json(200, Map.of("items", items));
  }

  private Answer entity(Request request) {
    String id = request.parameter("entity_id");
    if (id == null) {
      throw ProblemException.invalid("entity_id", "is missing", "Say the platform's own id.");
    }
    Range range = Range.of(request);
    Moment moment = controls.moment();
    Entity entity = moment.entity(id);
    String accountId = request.parameter("account_id");
    if (entity == null
        || accountId != null && !account(accountId).id().equals(entity.account().id())) {
      throw new ProblemException(
          404, "Not found", "There is no entity " + id + " in this account.", List.of());
    }
    List<Map<String, Object>> items = new ArrayList<>();
    addDays(items, moment, entity, range);
    return Answer.json(200, Map.of("items", items));
  }

  private Account account(String id) {
    Account account = controls.world().account(id);
    if (account == null) {
      throw ProblemException.invalid(
          "account_id", "\"" + id + "\" is not an account of this world", "See GET /control.");
    }
    return account;
  }

  private static void addDays(
      List<Map<String, Object>> items, Moment moment, Entity entity, Range range) {
    for (LocalDate date : moment.dates(entity, range.from(), range.to())) {
      items.add(view(entity, date, moment.day(entity, date)));
    }
  }

  /** One entity's date in the notation of the public API. */
  private static Map<String, Object> view(Entity entity, LocalDate date, Figures figures) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("platform", entity.account().platform().word());
    view.put("account_id", entity.account().id());
    view.put("entity_id", entity.id());
    view.put("date", date);
    view.put("currency", entity.account().currency().getCurrencyCode());
    for (Measure measure :
        List.of(
            Measure.SPEND,
            Measure.IMPRESSIONS,
            Measure.CLICKS,
            Measure.CONVERSIONS,
            Measure.CONVERSION_VALUE)) {
      long figure = figures.get(measure);
      boolean count = measure.nature() == Measure.Nature.COUNT;
      view.put(measure.column(), count ? (Object) figure : Decimals.text(figure));
    }
    return view;
  }

  private record Range(LocalDate from, LocalDate to) {

    static Range of(Request request) {
      LocalDate from = Objects.requireNonNullElse(date(request, "from"), EARLIEST);
      LocalDate to = Objects.requireNonNullElse(date(request, "to"), LATEST);
      if (to.isBefore(from)) {
        throw ProblemException.invalid("to", "is before from", "Say a date from " + from + " on.");
      }
      return new Range(from, to);
    }

    private static @Nullable LocalDate date(Request request, String name) {
      String value = request.parameter(name);
      if (value == null) {
        return null;
      }
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw ProblemException.invalid(
            name, "\"" + value + "\" is not a date", "Say an ISO date like 2026-03-29.");
      }
    }
  }
}
