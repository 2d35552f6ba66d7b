package io.adfleet.snapshots.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands after a poll and has to be said, once for each key, newest version. */
final class Said {

  /** Something that stands, with the trace of what made it said. */
  record Traced<T>(T what, @Nullable String trace) {}

  /** A manifest and what became of it. */
  record Closing(Manifest manifest, Manifest.Verdict verdict) {}

  private final Map<FigureKey, Traced<Figure>> figures = new HashMap<>();
  private final Map<Slot.Key, Slot> readingSlots = new HashMap<>();
  private final Map<Slot.Key, Slot> hourSlots = new HashMap<>();
  private final List<Traced<Coverage>> coverages = new ArrayList<>();
  private final List<Closing> closings = new ArrayList<>();
  private final Map<Course.Outcome, Integer> outcomes = new EnumMap<>(Course.Outcome.class);

  void figure(Figure figure, @Nullable String trace) {
    figures.merge(
        figure.key(),
        new Traced<>(figure, trace),
        (a, b) -> b.what().version() >= a.what().version() ? b : a);
  }

  void readingSlot(Slot slot) {
    readingSlots.merge(slot.key(), slot, (a, b) -> b.version() >= a.version() ? b : a);
  }

  void hourSlot(Slot slot) {
    hourSlots.merge(slot.key(), slot, (a, b) -> b.version() >= a.version() ? b : a);
  }

  void coverage(Coverage coverage, @Nullable String trace) {
    coverages.add(new Traced<>(coverage, trace));
  }

  void closing(Manifest manifest, Manifest.Verdict verdict) {
    closings.add(new Closing(manifest, verdict));
  }

  void count(Course.Outcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  Collection<Traced<Figure>> figures() {
    return figures.values();
  }

  Collection<Slot> readingSlots() {
    return readingSlots.values();
  }

  Collection<Slot> hourSlots() {
    return hourSlots.values();
  }

  List<Traced<Coverage>> coverages() {
    return coverages;
  }

  List<Closing> closings() {
    return closings;
  }

  Map<Course.Outcome, Integer> outcomes() {
    return outcomes;
  }
}
