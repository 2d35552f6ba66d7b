package io.adfleet.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything a folder of CSV files says, with its relative dates resolved; it never changes. */
public final class World {

  private final Start start;
  private final Map<String, Account> accounts;
  private final Map<String, Entity> entities = new LinkedHashMap<>();
  private final Map<String, List<Entity>> children = new HashMap<>();
  private final Map<String, List<Entity>> byAccount = new HashMap<>();
  private final Map<String, Map<LocalDate, List<Row>>> rows = new HashMap<>();
  private final Map<String, Map<LocalDate, Map<Measure, Long>>> overlays = new HashMap<>();
  private final Map<String, Map<LocalDate, Map<String, Action>>> actions = new HashMap<>();
  private final Map<String, List<Change>> changes = new HashMap<>();
  private final List<Restatement> restatements = new ArrayList<>();
  private final Map<String, NavigableSet<LocalDate>> dates = new ConcurrentHashMap<>();

  World(Start start, Map<String, Account> accounts) {
    this.start = start;
    this.accounts = accounts;
  }

  /** When it was first served, and which date each account called today. */
  public Start start() {
    return start;
  }

  /** Every account, in the order of the file. */
  public Collection<Account> accounts() {
    return Collections.unmodifiableCollection(accounts.values());
  }

  /** The account with that id, or null. */
  public @Nullable Account account(String id) {
    return accounts.get(id);
  }

  /** The entity with that id, or null. */
  public @Nullable Entity entity(String id) {
    return entities.get(id);
  }

  /** Everything of that kind in an account, in the order of the file. */
  public Stream<Entity> entities(Account account, Kind kind) {
    return byAccount.getOrDefault(account.id(), List.of()).stream()
        .filter(entity -> entity.kind() == kind);
  }

  List<Entity> children(Entity entity) {
    return children.getOrDefault(entity.id(), List.of());
  }

  /** The entity's own rows of a date; empty where it is the sum of its children. */
  List<Row> rows(Entity entity, LocalDate date) {
    return rows.getOrDefault(entity.id(), Map.of()).getOrDefault(date, List.of());
  }

  /** Measures of a date that another file says instead of {@code days.csv}. */
  Map<Measure, Long> overlay(Entity entity, LocalDate date) {
    return overlays.getOrDefault(entity.id(), Map.of()).getOrDefault(date, Map.of());
  }

  /** Whether any raw actions are told at all. */
  boolean hasActions() {
    return !actions.isEmpty();
  }

  /** The entity's own raw actions of a date, by type. */
  Map<String, Action> actions(Entity entity, LocalDate date) {
    return actions.getOrDefault(entity.id(), Map.of()).getOrDefault(date, Map.of());
  }

  List<Change> changes(Entity entity) {
    return changes.getOrDefault(entity.id(), List.of());
  }

  /** What the platform says later, in the order in which it becomes known. */
  public List<Restatement> restatements() {
    return Collections.unmodifiableList(restatements);
  }

  /** The dates about which the entity or something beneath it has a row. */
  NavigableSet<LocalDate> dates(Entity entity) {
    NavigableSet<LocalDate> known = dates.get(entity.id());
    if (known == null) {
      NavigableSet<LocalDate> found = new TreeSet<>();
      found.addAll(rows.getOrDefault(entity.id(), Map.of()).keySet());
      found.addAll(overlays.getOrDefault(entity.id(), Map.of()).keySet());
      children(entity).forEach(child -> found.addAll(dates(child)));
      known = found;
      dates.put(entity.id(), known);
    }
    return known;
  }

  void add(Entity entity) {
    entities.put(entity.id(), entity);
    byAccount.computeIfAbsent(entity.account().id(), id -> new ArrayList<>()).add(entity);
  }

  void connectParents() {
    for (Entity entity : entities.values()) {
      if (entity.parentId() != null) {
        children.computeIfAbsent(entity.parentId(), id -> new ArrayList<>()).add(entity);
      }
    }
  }

  void add(Entity entity, LocalDate date, Row row) {
    Map<LocalDate, List<Row>> days = rows.computeIfAbsent(entity.id(), id -> new HashMap<>());
    List<Row> before = days.get(date);
    if (before == null) {
      days.put(date, List.of(row));
    } else {
      days.put(date, Stream.concat(before.stream(), Stream.of(row)).toList());
    }
  }

  void overlay(Entity entity, LocalDate date, Measure measure, long value) {
    overlays
        .computeIfAbsent(entity.id(), id -> new HashMap<>())
        .computeIfAbsent(date, day -> new EnumMap<>(Measure.class))
        .put(measure, value);
  }

  void add(Entity entity, LocalDate date, String type, Action action) {
    actions
        .computeIfAbsent(entity.id(), id -> new HashMap<>())
        .computeIfAbsent(date, day -> new HashMap<>())
        .put(type, action);
  }

  void add(Entity entity, Change change) {
    changes.computeIfAbsent(entity.id(), id -> new ArrayList<>()).add(change);
    changes.get(entity.id()).sort(Comparator.comparing(Change::at));
  }

  void add(Restatement restatement) {
    restatements.add(restatement);
  }

  void sortRestatements() {
    restatements.sort(Comparator.comparing(Restatement::knownAt));
  }

  /**
   * The start of a world.
   *
   * @param at the instant it was first served
   * @param today what each account called today then, by account id
   */
  public record Start(Instant at, Map<String, LocalDate> today) {}
}
