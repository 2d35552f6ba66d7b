package io.adfleet.connections.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void anAccountIsReadOnceAnIntervalAlwaysAtItsOwnPlace() {
    UUID account = UUID.randomUUID();
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    Instant first = Timetable.nextLive(account, QUARTER, now);
    assertThat(first).isAfter(now).isBeforeOrEqualTo(now.plus(QUARTER));
    assertThat(Timetable.nextLive(account, QUARTER, first)).isEqualTo(first.plus(QUARTER));
    assertThat(Timetable.nextLive(account, QUARTER, first.plusSeconds(400)))
        .isEqualTo(first.plus(QUARTER));
  }

  @Test
  void accountsAreSpreadOverTheInterval() {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    long inTheFirstThird =
        IntStream.range(0, 900)
            .filter(i ->
                Timetable.nextLive(UUID.randomUUID(), QUARTER, now)
                    .isBefore(now.plus(Duration.ofMinutes(5))))
            .count();
    assertThat(inTheFirstThird).isBetween(200L, 400L);
  }

  @Test
  void theNightIsThreeOClockWhereTheAccountIs() {
    assertThat(Timetable.nextNight(BERLIN, Instant.parse("2026-11-25T01:59:59Z")))
        .isEqualTo("2026-11-25T02:00:00Z");
    assertThat(Timetable.nextNight(BERLIN, Instant.parse("2026-11-25T02:00:00Z")))
        .isEqualTo("2026-11-26T02:00:00Z");
    assertThat(
            Timetable.nextNight(
                ZoneId.of("America/Los_Angeles"), Instant.parse("2026-11-25T02:00:00Z")))
        .isEqualTo("2026-11-25T11:00:00Z");
  }

  @Test
  void theNightKeepsItsHourWhenClocksAreChanged() {
    assertThat(Timetable.nextNight(BERLIN, Instant.parse("2026-10-24T22:00:00Z")))
        .isEqualTo("2026-10-25T02:00:00Z");
    assertThat(Timetable.nextNight(BERLIN, Instant.parse("2026-03-28T23:00:00Z")))
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void yesterdayIsOpenUntilItWasReadAfterItsEnd() {
    Instant noon = Instant.parse("2026-11-25T11:00:00Z");
    assertThat(lastReadOn("2026-11-25").yesterdayIsOpen(BERLIN, noon)).isFalse();
    assertThat(lastReadOn("2026-11-24").yesterdayIsOpen(BERLIN, noon)).isTrue();
    assertThat(lastReadOn(null).yesterdayIsOpen(BERLIN, noon)).isTrue();
    assertThat(
            lastReadOn("2026-11-25").yesterdayIsOpen(BERLIN, Instant.parse("2026-11-25T00:30:00Z")))
        .isTrue();
  }

  @Test
  void aMinuteEarlyIsInTime() {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    Duration hour = Duration.ofHours(1);
    assertThat(Timetable.due(null, hour, now)).isTrue();
    assertThat(Timetable.due(now.minusSeconds(3_545), hour, now)).isTrue();
    assertThat(Timetable.due(now.minusSeconds(3_500), hour, now)).isFalse();
  }

  private static Timetable lastReadOn(String date) {
    return new Timetable(
        Instant.EPOCH, Instant.EPOCH, date == null ? null : LocalDate.parse(date), null, null);
  }
}
