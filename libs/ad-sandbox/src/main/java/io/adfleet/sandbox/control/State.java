package io.adfleet.sandbox.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept over restarts. Everything that was ordered carries a rising number, so that a hold
 * knows exactly what came before it.
 *
 * @param world the name of the world this belongs to
 * @param worldHash the hash of its files
 * @param startedAt the instant it was first served
 * @param today what each account called today then
 * @param last the last number given
 * @param hold the hold in force, if any
 */
record State(
    String world,
    String worldHash,
    Instant startedAt,
    Map<String, LocalDate> today,
    long last,
    @Nullable Hold hold,
    List<Advance> advances,
    List<Restated> restatements,
    List<Fault> faults) {

  /** Everything stays as it was at that instant, after that number. */
  record Hold(Instant at, long after) {}

  /** More minutes of an account's date are visible. */
  record Advance(long number, String accountId, LocalDate date, long minutes) {}

  /** A row that was restated by order. */
  record Restated(
      long number,
      String entityId,
      LocalDate date,
      @Nullable Integer hour,
      Map<String, Long> figures,
      Instant knownAt) {}

  static State fresh(String world, String hash, Instant at, Map<String, LocalDate> today) {
    return new State(world, hash, at, today, 0, null, List.of(), List.of(), List.of());
  }

  State advanced(List<Advance> more, Map<String, LocalDate> datesNow) {
    List<Advance> all = new ArrayList<>(advances);
    all.removeIf(
        advance -> hold == null && !advance.date().equals(datesNow.get(advance.accountId())));
    all.addAll(more);
    return new State(world, worldHash, startedAt, today, last + 1, hold, all, restatements, faults);
  }

  State restated(Restated more) {
    List<Restated> all = new ArrayList<>(restatements);
    all.add(more);
    return new State(world, worldHash, startedAt, today, last + 1, hold, advances, all, faults);
  }

  State held(@Nullable Hold newHold) {
    return new State(
        world, worldHash, startedAt, today, last, newHold, advances, restatements, faults);
  }

  State failing(List<Fault> newFaults) {
    return new State(
        world, worldHash, startedAt, today, last, hold, advances, restatements, newFaults);
  }
}
