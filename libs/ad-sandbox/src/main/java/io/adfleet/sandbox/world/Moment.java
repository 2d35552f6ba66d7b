package io.adfleet.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world as it looks at one instant: what of today has passed, what has been restated, who was
 * renamed. Every answer is given from one moment.
 */
public final class Moment {

  private record Day(String entityId, LocalDate date) {}

  private final World world;
  private final Instant at;
  private final Map<String, Lead> leads;
  private final Map<Day, List<Restatement>> restated = new HashMap<>();
  private final Map<String, Set<LocalDate>> restatedDates = new HashMap<>();

  /**
   * A moment of a world.
   *
   * @param at the instant
   * @param known every restatement known by then, in the order they became known
   * @param leads what was advanced, by account id
   */
  public Moment(World world, Instant at, List<Restatement> known, Map<String, Lead> leads) {
    this.world = world;
    this.at = at;
    this.leads = leads;
    for (Restatement restatement : known) {
      restated
          .computeIfAbsent(
              new Day(restatement.entityId(), restatement.date()), day -> new ArrayList<>())
          .add(restatement);
      for (Entity entity = world.entity(restatement.entityId()); entity != null; ) {
        restatedDates.computeIfAbsent(entity.id(), id -> new HashSet<>()).add(restatement.date());
        entity = entity.parentId() == null ? null : world.entity(entity.parentId());
      }
    }
  }

  /** Minutes of an account's date that are visible before they have passed. */
  public record Lead(LocalDate date, long minutes) {}

  /** The world of which this is a moment. */
  public World world() {
    return world;
  }

  /** The instant from which everything is answered. */
  public Instant at() {
    return at;
  }

  /** The account's own today. */
  public LocalDate today(Account account) {
    return LocalDate.ofInstant(at, account.zone());
  }

  /** The instant up to which the account's today is visible; never after its midnight. */
  public Instant visibleUntil(Account account) {
    LocalDate today = today(account);
    Instant midnight = today.plusDays(1).atStartOfDay(account.zone()).toInstant();
    Lead lead = leads.get(account.id());
    Instant until =
        lead == null || !lead.date().equals(today)
            ? at
            : at.plus(Duration.ofMinutes(lead.minutes()));
    return until.isBefore(midnight) ? until : midnight;
  }

  /** What exists of that kind in an account, as it is called and set now. */
  public Stream<Entity> entities(Account account, Kind kind) {
    return world.entities(account, kind).filter(this::exists).map(this::asOfNow);
  }

  /** The entity as it is called and set now, or null if there is none of that id. */
  public @Nullable Entity entity(String id) {
    Entity entity = world.entity(id);
    return entity == null || !exists(entity) ? null : asOfNow(entity);
  }

  /** When someone last edited the entity, if anyone did. */
  public Optional<Instant> changedAt(Entity entity) {
    return world.changes(entity).stream()
        .map(Change::at)
        .filter(change -> !change.isAfter(at))
        .reduce((earlier, later) -> later);
  }

  private boolean exists(Entity entity) {
    Entity parent = entity.parentId() == null ? null : world.entity(entity.parentId());
    return (entity.created() == null || !entity.created().isAfter(today(entity.account())))
        && (parent == null || exists(parent));
  }

  private Entity asOfNow(Entity entity) {
    Entity now = entity;
    if (entity.removed() != null && !entity.removed().isAfter(today(entity.account()))) {
      boolean google = entity.account().platform() == Platform.GOOGLE;
      boolean gone = Set.of("REMOVED", "DELETED", "ARCHIVED").contains(entity.status());
      now = gone ? now : now.in(google ? "REMOVED" : "DELETED");
    }
    for (Change change : world.changes(entity)) {
      now = change.at().isAfter(at) ? now : change.applyTo(now);
    }
    return now;
  }

  /** The dates between two, both included, about which the platform has something to say. */
  public NavigableSet<LocalDate> dates(Entity entity, LocalDate from, LocalDate to) {
    LocalDate today = today(entity.account());
    LocalDate last = to.isAfter(today) ? today : to;
    if (from.isAfter(last)) {
      return new TreeSet<>();
    }
    NavigableSet<LocalDate> dates =
        new TreeSet<>(world.dates(entity).subSet(from, true, last, true));
    restatedDates.getOrDefault(entity.id(), Set.of()).stream()
        .filter(date -> !date.isBefore(from) && !date.isAfter(last))
        .forEach(dates::add);
    return dates;
  }

  /** What is visible of an entity's date. */
  public Figures day(Entity entity, LocalDate date) {
    LocalDate today = today(entity.account());
    if (date.isAfter(today) || !exists(entity)) {
      return Figures.NONE;
    }
    if (date.equals(today) || restatements(entity, date).stream().anyMatch(r -> r.hour() != null)) {
      return Arrays.stream(hours(entity, date)).reduce(Figures.NONE, Figures::plus);
    }
    Figures day = Figures.NONE;
    List<Row> rows = world.rows(entity, date);
    for (Row row : rows) {
      day = day.plus(row.figures());
    }
    for (Entity child : rows.isEmpty() ? world.children(entity) : List.<Entity>of()) {
      day = day.plus(day(child, date));
    }
    for (Map.Entry<Measure, Long> instead : world.overlay(entity, date).entrySet()) {
      day = day.with(instead.getKey(), instead.getValue());
    }
    for (Restatement restatement : restatements(entity, date)) {
      day = restatement.figures();
    }
    return completed(entity, day);
  }

  /** What is visible of each hour of an entity's date, by the hour a clock shows. */
  public Figures[] hours(Entity entity, LocalDate date) {
    Figures[] hours = new Figures[LocalDay.HOURS];
    Arrays.fill(hours, Figures.NONE);
    if (date.isAfter(today(entity.account())) || !exists(entity)) {
      return hours;
    }
    Clockwork clockwork = clockwork(entity, date);
    List<Row> rows = world.rows(entity, date);
    for (Row row : rows) {
      clockwork.add(hours, row.hour(), row.figures());
    }
    List<Entity> summands = rows.isEmpty() ? world.children(entity) : List.of();
    if (summands.isEmpty()) {
      clockwork.hideTheRest(hours);
    }
    for (Entity child : summands) {
      Figures[] beneath = hours(child, date);
      for (int hour = 0; hour < hours.length; hour++) {
        hours[hour] = hours[hour].plus(beneath[hour]);
      }
    }
    world.overlay(entity, date).forEach((measure, value) -> clockwork.put(hours, measure, value));
    for (Restatement restatement : restatements(entity, date)) {
      clockwork.replace(hours, restatement);
    }
    for (int hour = 0; hour < hours.length; hour++) {
      hours[hour] = completed(entity, hours[hour]);
    }
    return hours;
  }

  /** The hours of an entity's date and what of each has passed. */
  Clockwork clockwork(Entity entity, LocalDate date) {
    return new Clockwork(world, entity, date, visibleUntil(entity.account()));
  }

  /** What was restated of an entity's date, in the order it became known. */
  List<Restatement> restatements(Entity entity, LocalDate date) {
    return restated.getOrDefault(new Day(entity.id(), date), List.of());
  }

  private static Figures completed(Entity entity, Figures figures) {
    return entity.account().platform() == Platform.GOOGLE
        ? figures
            .orElse(Measure.CONVERSIONS_BY_DATE, Measure.CONVERSIONS)
            .orElse(Measure.CONVERSION_VALUE_BY_DATE, Measure.CONVERSION_VALUE)
        : figures;
  }
}
