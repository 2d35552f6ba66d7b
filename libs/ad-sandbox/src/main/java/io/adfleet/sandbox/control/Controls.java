package io.adfleet.sandbox.control;

import io.adfleet.sandbox.store.JsonFile;
import io.adfleet.sandbox.world.Account;
import io.adfleet.sandbox.world.Figures;
import io.adfleet.sandbox.world.Measure;
import io.adfleet.sandbox.world.Moment;
import io.adfleet.sandbox.world.Restatement;
import io.adfleet.sandbox.world.World;
import io.adfleet.sandbox.world.WorldException;
import io.adfleet.sandbox.world.WorldFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A world and what was ordered about it; the source of every moment. */
public final class Controls {

  private final World world;
  private final Clock clock;
  private final JsonFile<State> file;
  private State state;

  private Controls(World world, Clock clock, JsonFile<State> file, State state) {
    this.world = world;
    this.clock = clock;
    this.file = file;
    this.state = state;
  }

  /** Opens a world over what an earlier process left in that folder. */
  public static Controls open(WorldFolder folder, Path data, Clock clock) {
    JsonFile<State> file = new JsonFile<>(data.resolve("sandbox.json"), State.class);
    String hash = folder.hash();
    State before = file.read().orElse(null);
    if (before != null && !before.worldHash().equals(hash)) {
      throw new WorldException(
          "The data in %s belong to the world \"%s\" (%s), not to \"%s\" (%s); `make reset` empties them."
              .formatted(
                  data.toAbsolutePath().normalize(),
                  before.world(),
                  before.worldHash().substring(0, 12),
                  folder.name(),
                  hash.substring(0, 12)));
    }
    World.Start start =
        before == null
            ? folder.startingAt(clock.instant())
            : new World.Start(before.startedAt(), before.today());
    World world = folder.read(start);
    State state =
        before == null ? State.fresh(folder.name(), hash, start.at(), start.today()) : before;
    file.write(state);
    return new Controls(world, clock, file, state);
  }

  /** The world itself. */
  public World world() {
    return world;
  }

  /** Everything as it looks now, or since it was held. */
  public synchronized Moment moment() {
    State.Hold hold = state.hold();
    Instant at = hold == null ? clock.instant() : hold.at();
    long until = hold == null ? Long.MAX_VALUE : hold.after();
    List<Restatement> known = new ArrayList<>();
    world.restatements().stream().filter(r -> !r.knownAt().isAfter(at)).forEach(known::add);
    state.restatements().stream()
        .filter(restated -> restated.number() <= until)
        .map(Controls::restatement)
        .forEach(known::add);
    known.sort(Comparator.comparing(Restatement::knownAt));
    return new Moment(world, at, known, leads(until, at));
  }

  private Map<String, Moment.Lead> leads(long until, Instant at) {
    Map<String, Moment.Lead> leads = new HashMap<>();
    for (State.Advance advance : state.advances()) {
      Account account = world.account(advance.accountId());
      if (advance.number() <= until
          && account != null
          && advance.date().equals(LocalDate.ofInstant(at, account.zone()))) {
        leads.merge(
            advance.accountId(),
            new Moment.Lead(advance.date(), advance.minutes()),
            (one, more) -> new Moment.Lead(one.date(), one.minutes() + more.minutes()));
      }
    }
    return leads;
  }

  private static Restatement restatement(State.Restated restated) {
    Map<Measure, Long> figures = new HashMap<>();
    restated.figures().forEach((word, value) -> figures.put(Measure.valueOf(word), value));
    return new Restatement(
        restated.entityId(),
        restated.date(),
        restated.hour(),
        Figures.of(figures),
        restated.knownAt());
  }

  /** Makes more minutes of every account's today visible. */
  synchronized void advance(long minutes) {
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    List<State.Advance> advances = new ArrayList<>();
    for (Account account : world.accounts()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
      dates.put(account.id(), today);
      advances.add(new State.Advance(state.last() + 1, account.id(), today, minutes));
    }
    keep(before -> before.advanced(advances, dates));
  }

  /** The platform says something else from now on. */
  synchronized void restate(
      String entityId, LocalDate date, @Nullable Integer hour, Figures figures) {
    Map<String, Long> byWord = new LinkedHashMap<>();
    figures.reported().forEach((measure, value) -> byWord.put(measure.name(), value));
    keep(before ->
        before.restated(
            new State.Restated(before.last() + 1, entityId, date, hour, byWord, clock.instant())));
  }

  /** Freezes what is visible; a hold in force stays as it is. */
  synchronized Instant hold() {
    if (state.hold() == null) {
      keep(before -> before.held(new State.Hold(clock.instant(), before.last())));
    }
    return heldSince();
  }

  /** Lets everything go on. */
  synchronized void release() {
    keep(before -> before.held(null));
  }

  /** Since when everything is held, or null. */
  public synchronized @Nullable Instant heldSince() {
    return state.hold() == null ? null : state.hold().at();
  }

  /** The account's own today by the clock, also while everything is held. */
  LocalDate todayOf(Account account) {
    return LocalDate.ofInstant(clock.instant(), account.zone());
  }

  synchronized List<Fault> faults() {
    return state.faults();
  }

  synchronized void faults(UnaryOperator<List<Fault>> change) {
    List<Fault> after = List.copyOf(change.apply(state.faults()));
    if (!after.equals(state.faults())) {
      keep(before -> before.failing(after));
    }
  }

  private void keep(UnaryOperator<State> change) {
    State next = change.apply(state);
    file.write(next);
    state = next;
  }
}
