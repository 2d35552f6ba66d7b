package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.LocalDay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readings one poll holds of one figure, oldest version first. The newest stands; the others
 * still made slots and were believed for a while.
 */
final class Course {

  /** What applying it did to the figure. */
  enum Outcome {
    INSERTED,
    CHANGED,
    UNCHANGED,
    REDELIVERED,
    REFUSED
  }

  /**
   * What it means for the slots.
   *
   * @param made totals to stand in a slot, where no newer version does
   * @param looked readings that may have closed their date in an earlier delivery: what the date's
   *     last slot holds is said again
   */
  record Slots(List<Slot> made, List<Slot> looked) {}

  private final List<Reading> readings = new ArrayList<>(1);
  private int heard;

  void add(Reading reading) {
    heard++;
    for (int i = 0; i < readings.size(); i++) {
      if (readings.get(i).version() == reading.version()) {
        readings.set(i, reading);
        return;
      }
    }
    readings.add(reading);
    if (readings.size() > 1) {
      readings.sort(Comparator.comparingLong(Reading::version));
    }
  }

  Reading newest() {
    return readings.getLast();
  }

  /** Since when the platform says what the newest says, as far as this poll knows. */
  Instant believedFrom() {
    int first = readings.size() - 1;
    while (first > 0 && readings.get(first - 1).measures().equals(newest().measures())) {
      first--;
    }
    return readings.get(first).observedAt();
  }

  Outcome outcome(@Nullable Held before) {
    if (before == null) {
      return Outcome.INSERTED;
    }
    if (before.version() > newest().version()) {
      return Outcome.REFUSED;
    }
    if (before.version() == newest().version()) {
      return Outcome.REDELIVERED;
    }
    return before.absent() || !before.measures().equals(newest().measures())
        ? Outcome.CHANGED
        : Outcome.UNCHANGED;
  }

  /**
   * Whether what stands is said: always, but for a record alone in the poll, newer than what stood
   * and equal to it. An older one in the poll may be a change that was committed and never said.
   */
  boolean isSaid(@Nullable Held before) {
    return heard > 1 || outcome(before) != Outcome.UNCHANGED;
  }

  /**
   * The beliefs this course ended: changes of a figure that was read after its date had ended.
   *
   * @param settledAt when the slice was first closed after the date's end without this row
   */
  List<Restatement> restatements(@Nullable Held before, @Nullable Instant settledAt) {
    Held held = before == null && settledAt != null ? Held.nothingSince(settledAt) : before;
    List<Restatement> ended = new ArrayList<>(0);
    for (Reading reading : readings) {
      if (held != null && reading.version() <= held.version()) {
        continue;
      }
      if (held != null
          && reading.day().hasEndedAt(held.observedAt())
          && !reading.measures().saysSameAs(held.measures())) {
        ended.add(
            new Restatement(
                reading.key(),
                reading.account(),
                held.version(),
                held.believedFrom(),
                held.changedAt(reading.observedAt()),
                held.measures()));
      }
      held = held == null ? first(reading) : held.then(reading);
    }
    return ended;
  }

  /**
   * The slots this course makes: an open date's readings each stand in their own, the first one
   * after its end closes the date and stands in its last.
   *
   * @param readOpen whether the slice was read while the date was open, for a figure that is new
   */
  Slots slots(@Nullable Held before, boolean readOpen) {
    List<Slot> made = new ArrayList<>(1);
    List<Slot> looked = new ArrayList<>(0);
    LocalDay day = newest().day();
    boolean open = before == null ? readOpen : !day.hasEndedAt(before.observedAt());
    for (Reading reading : readings) {
      boolean applies = before == null || reading.version() > before.version();
      if (day.isOpenAt(reading.observedAt())) {
        made.add(reading.in(LocalDay.slotOf(reading.observedAt())));
        open = open || applies;
      } else if (day.hasEndedAt(reading.observedAt())) {
        if (applies && open) {
          made.add(reading.in(day.lastSlot()));
        } else if (!applies) {
          looked.add(reading.in(day.lastSlot()));
        }
        open = open && !applies;
      }
    }
    return new Slots(made, looked);
  }

  private static Held first(Reading reading) {
    return new Held(
        reading.version(), reading.observedAt(), reading.observedAt(), false, reading.measures());
  }
}
