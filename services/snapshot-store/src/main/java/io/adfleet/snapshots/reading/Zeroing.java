package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.LocalDay;
import java.time.Instant;
import java.util.List;

/**
 * A row the platform no longer says: its manifest reads as a reading of nothing.
 *
 * @param reading of nothing, at the manifest's version
 * @param before what the row held; absent already at the same version when it is said again
 */
record Zeroing(Reading reading, Held before) {

  Figure figure() {
    return reading.figure().asAbsent();
  }

  List<Restatement> restatements() {
    return course().restatements(before, null);
  }

  /** A row that was absent already makes no slot; one said again only has it looked at. */
  Course.Slots slots() {
    if (before.version() == reading.version()) {
      LocalDay day = reading.day();
      Instant slot =
          day.isOpenAt(reading.observedAt())
              ? LocalDay.slotOf(reading.observedAt())
              : day.lastSlot();
      return new Course.Slots(List.of(), List.of(reading.in(slot)));
    }
    return before.absent() ? new Course.Slots(List.of(), List.of()) : course().slots(before, false);
  }

  private Course course() {
    Course course = new Course();
    course.add(reading);
    return course;
  }
}
