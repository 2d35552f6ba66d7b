package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.partition.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one poll holds: readings by figure, hours by hour, and manifests in order. */
final class Poll {

  private final Map<FigureKey, Course> courses = new HashMap<>();
  private final Map<HourReading.Key, HourReading> hours = new TreeMap<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final Set<Partition> partitions = new HashSet<>();
  private final Set<SliceKey> endedSlices = new HashSet<>();

  void add(Reading reading) {
    courses.computeIfAbsent(reading.key(), key -> new Course()).add(reading);
    partitions.add(Partition.figuresOf(reading.day().date()));
    if (reading.actions() != null) {
      partitions.add(Partition.actionsOf(reading.day().date()));
    }
    if (reading.day().isOpenAt(reading.observedAt())) {
      partitions.add(Partition.slotsOf(reading.day().date()));
    } else {
      endedSlices.add(reading.slice());
    }
  }

  void add(HourReading hour) {
    hours.merge(hour.key(), hour, (a, b) -> b.version() >= a.version() ? b : a);
    partitions.add(Partition.hoursOf(hour.date()));
  }

  void add(Manifest manifest) {
    manifests.add(manifest);
    if (manifest.day().isOpenAt(manifest.observedAt())) {
      partitions.add(Partition.slotsOf(manifest.day().date()));
    }
  }

  /** By key, so that every consumer locks rows in the same order. */
  List<Course> courses() {
    return courses.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  List<HourReading> hours() {
    return List.copyOf(hours.values());
  }

  /** The manifests in order, in rounds of which each holds a slice at most once. */
  List<List<Manifest>> rounds() {
    Map<SliceKey, Integer> seen = new HashMap<>();
    Map<Integer, List<Manifest>> rounds = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      int round = seen.merge(manifest.slice(), 1, Integer::sum);
      rounds.computeIfAbsent(round, r -> new ArrayList<>()).add(manifest);
    }
    return List.copyOf(rounds.values());
  }

  Set<Partition> partitions() {
    return partitions;
  }

  /** The slices with readings made after their date had ended. */
  Set<SliceKey> endedSlices() {
    return endedSlices;
  }

  boolean isEmpty() {
    return courses.isEmpty() && hours.isEmpty() && manifests.isEmpty();
  }
}
