package io.adfleet.snapshots.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final UUID WORKSPACE = new UUID(1, 1);
  private static final UUID ENTITY = new UUID(2, 2);
  private static final LocalDay DAY =
      LocalDay.of(LocalDate.parse("2026-11-20"), ZoneId.of("Europe/Berlin"));
  private static final Instant LAST_SLOT = Instant.parse("2026-11-20T22:45:00Z");

  @Test
  void anOpenDatesReadingsStandEachInTheirSlot() {
    Course course =
        course(reading(1, "2026-11-20T10:05:00Z", 5), reading(2, "2026-11-20T10:20:00Z", 6));

    assertThat(course.slots(null, false).made())
        .extracting(Slot::slot, s -> s.measures().spend())
        .containsExactly(
            tuple(Instant.parse("2026-11-20T10:00:00Z"), 5L),
            tuple(Instant.parse("2026-11-20T10:15:00Z"), 6L));
  }

  @Test
  void theFirstReadingAfterTheEndClosesTheDateInItsLastSlot() {
    Held open = held(1, "2026-11-20T22:50:00Z", 9);
    Course course =
        course(reading(2, "2026-11-21T00:10:00Z", 10), reading(3, "2026-11-22T00:10:00Z", 8));

    assertThat(course.slots(open, false).made())
        .extracting(Slot::slot, Slot::version)
        .containsExactly(tuple(LAST_SLOT, 2L));
    assertThat(course.restatements(open, null))
        .as("closing restates nothing, the reading after it does")
        .extracting(Restatement::version, r -> r.measures().spend())
        .containsExactly(tuple(2L, 10L));
  }

  @Test
  void aReadingOfADateThatWasNeverOpenMakesNoSlot() {
    Course course = course(reading(1, "2026-11-25T08:00:00Z", 5));

    assertThat(course.slots(null, false).made()).isEmpty();
    assertThat(course.slots(null, true).made())
        .as("the slice was read while the date was open, without this row")
        .extracting(Slot::slot)
        .containsExactly(LAST_SLOT);
  }

  @Test
  void aRestatementNeverEntersTheSlots() {
    Held closed = held(1, "2026-11-21T00:10:00Z", 10);

    assertThat(course(reading(2, "2026-11-21T09:00:00Z", 8)).slots(closed, true).made()).isEmpty();
  }

  @Test
  void aClosingReadingHeardAgainHasItsSlotLookedAt() {
    Held itself = held(2, "2026-11-21T00:10:00Z", 10);
    Course.Slots slots = course(reading(2, "2026-11-21T00:10:00Z", 10)).slots(itself, true);

    assertThat(slots.made()).isEmpty();
    assertThat(slots.looked()).extracting(Slot::slot).containsExactly(LAST_SLOT);
  }

  @Test
  void aFigureReadAfterTheEndIsRestatedByAChange() {
    Held closed = held(1, "2026-11-21T00:10:00Z", 10);

    assertThat(course(reading(2, "2026-11-23T09:00:00Z", 8)).restatements(closed, null))
        .extracting(Restatement::from, Restatement::to, r -> r.measures().spend())
        .containsExactly(
            tuple(
                Instant.parse("2026-11-21T00:10:00Z"), Instant.parse("2026-11-23T09:00:00Z"), 10L));
    assertThat(course(reading(2, "2026-11-23T09:00:00Z", 10)).restatements(closed, null)).isEmpty();
    assertThat(course(reading(1, "2026-11-21T00:10:00Z", 10)).restatements(closed, null))
        .as("the same reading again")
        .isEmpty();
    assertThat(course(reading(2, "2026-11-23T09:00:00Z", 8)).restatements(null, null)).isEmpty();
  }

  @Test
  void aRowThatAppearsInASettledSliceRestatesItsZero() {
    Instant settled = Instant.parse("2026-11-21T00:10:00Z");

    assertThat(course(reading(2, "2026-11-23T09:00:00Z", 8)).restatements(null, settled))
        .extracting(Restatement::from, r -> r.measures().spend())
        .containsExactly(tuple(settled, 0L));
  }

  @Test
  void everyBeliefOfAPollIsKept() {
    Held closed = held(1, "2026-11-21T00:10:00Z", 10);
    Course course =
        course(
            reading(4, "2026-11-24T09:00:00Z", 7),
            reading(2, "2026-11-22T09:00:00Z", 8),
            reading(3, "2026-11-23T09:00:00Z", 8));

    assertThat(course.restatements(closed, null))
        .extracting(Restatement::version, Restatement::from, r -> r.measures().spend())
        .containsExactly(
            tuple(1L, Instant.parse("2026-11-21T00:10:00Z"), 10L),
            tuple(3L, Instant.parse("2026-11-22T09:00:00Z"), 8L));
    assertThat(course.newest().version()).isEqualTo(4);
  }

  @Test
  void onlyANewerEqualRecordAloneInItsPollStaysUnsaid() {
    Held held = held(1, "2026-11-20T10:05:00Z", 5);

    assertThat(course(reading(2, "2026-11-20T10:20:00Z", 5)).isSaid(held)).isFalse();
    assertThat(course(reading(1, "2026-11-20T10:05:00Z", 5)).isSaid(held))
        .as("the same version")
        .isTrue();
    assertThat(course(reading(2, "2026-11-20T10:20:00Z", 6)).isSaid(held)).isTrue();
    assertThat(
            course(reading(1, "2026-11-20T10:05:00Z", 5), reading(2, "2026-11-20T10:20:00Z", 5))
                .isSaid(held))
        .as("another record of the key in the poll")
        .isTrue();
    assertThat(course(reading(2, "2026-11-20T10:20:00Z", 5)).isSaid(null)).isTrue();
  }

  @Test
  void aZeroedOpenRowMakesItsSlotZero() {
    Reading nothing = reading(2, "2026-11-20T10:20:00Z", 0);

    Zeroing zeroing = new Zeroing(nothing, held(1, "2026-11-20T10:05:00Z", 5));

    assertThat(zeroing.figure().absent()).isTrue();
    assertThat(zeroing.slots().made())
        .extracting(Slot::slot, s -> s.measures().spend())
        .containsExactly(tuple(Instant.parse("2026-11-20T10:15:00Z"), 0L));
    Zeroing again =
        new Zeroing(
            nothing, new Held(2, nothing.observedAt(), nothing.observedAt(), true, Measures.ZERO));
    assertThat(again.slots().made()).isEmpty();
    assertThat(again.slots().looked()).hasSize(1);
  }

  @Test
  void aManifestIsLateWhereAnythingNewerIsKnown() {
    Manifest manifest = manifest(5, 2);

    assertThat(manifest.against(new Manifest.Holding(2, 0, 4L, null)))
        .isEqualTo(new Manifest.Verdict.Closes());
    assertThat(manifest.against(new Manifest.Holding(2, 0, 5L, null)))
        .isEqualTo(new Manifest.Verdict.Closes());
    assertThat(manifest.against(new Manifest.Holding(2, 1, 4L, null)))
        .isEqualTo(new Manifest.Verdict.Late());
    assertThat(manifest.against(new Manifest.Holding(2, 0, 6L, null)))
        .isEqualTo(new Manifest.Verdict.Late());
    assertThat(manifest.against(new Manifest.Holding(2, 0, null, 6L)))
        .isEqualTo(new Manifest.Verdict.Late());
    assertThat(manifest.against(new Manifest.Holding(1, 0, null, null)))
        .isInstanceOf(Manifest.Verdict.Refused.class);
  }

  private static Manifest manifest(long version, int rows) {
    return new Manifest(
        WORKSPACE,
        WORKSPACE,
        "google",
        SliceKey.PERFORMANCE,
        "campaign",
        DAY,
        version,
        Instant.parse("2026-11-20T10:20:00Z"),
        "EUR",
        rows,
        Measures.ZERO,
        null,
        null);
  }

  private static Course course(Reading... readings) {
    Course course = new Course();
    for (Reading reading : readings) {
      course.add(reading);
    }
    return course;
  }

  private static Reading reading(long version, String at, long spend) {
    return new Reading(
        WORKSPACE,
        WORKSPACE,
        "google",
        Level.CAMPAIGN,
        ENTITY,
        "c1",
        DAY,
        Instant.parse(at),
        version,
        "EUR",
        Measures.of(spend, 0, 0, 0, 0),
        null,
        null);
  }

  private static Held held(long version, String at, long spend) {
    return new Held(
        version, Instant.parse(at), Instant.parse(at), false, Measures.of(spend, 0, 0, 0, 0));
  }
}
