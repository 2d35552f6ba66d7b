package io.adfleet.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySlotsTest {

  private static final Sums TOTAL = spend(1_000);

  @Test
  void hoursBeforeTheCutCountWholeAndTheRunningOneByItsShareFloored() {
    DaySlots day =
        new DaySlots(
            List.of(hour("08:45", 100), hour("09:45", 50), hour("10:45", 10), hour("11:45", 7)),
            true);
    assertThat(day.until(LocalTime.parse("10:00"), TOTAL)).hasValue(spend(150));
    assertThat(day.until(LocalTime.parse("10:45"), TOTAL)).hasValue(spend(157));
    assertThat(day.until(LocalTime.parse("10:59:59.999"), TOTAL)).hasValue(spend(159));
    assertThat(day.until(LocalTime.parse("11:00"), TOTAL)).hasValue(spend(160));
    assertThat(day.until(LocalTime.MIDNIGHT, TOTAL)).hasValue(Sums.ZERO);
  }

  @Test
  void theShareOfACorrectionIsFlooredToo() {
    DaySlots day = new DaySlots(List.of(hour("10:45", -3)), true);
    assertThat(day.until(LocalTime.parse("10:30"), TOTAL)).hasValue(spend(-2));
  }

  @Test
  void withoutHoursThereIsNoCut() {
    assertThat(DaySlots.NONE.until(LocalTime.NOON, TOTAL)).isEmpty();
    assertThat(DaySlots.NONE.until(LocalTime.NOON, Sums.ZERO)).hasValue(Sums.ZERO);
    assertThat(new DaySlots(List.of(), true).until(LocalTime.NOON, TOTAL)).isEmpty();
  }

  @Test
  void whatCameBeforeTheFirstReadingIsKnownOnceItsHourIsOver() {
    DaySlots day = new DaySlots(List.of(reading("10:15", 100), reading("11:30", 20)), false);
    assertThat(day.knownFrom()).isEqualTo(LocalTime.parse("10:15"));
    assertThat(day.until(LocalTime.parse("09:30"), TOTAL)).isEmpty();
    assertThat(day.until(LocalTime.parse("10:40"), TOTAL)).isEmpty();
    assertThat(day.until(LocalTime.parse("11:30"), TOTAL)).hasValue(spend(110));
  }

  @Test
  void aReadingInTheFirstQuarterOrTheHourlyReportKnowsTheWholeDay() {
    assertThat(new DaySlots(List.of(reading("00:00", 1)), false).knownFrom())
        .isEqualTo(LocalTime.MIDNIGHT);
    assertThat(new DaySlots(List.of(hour("08:45", 1)), false).knownFrom())
        .isEqualTo(LocalTime.MIDNIGHT);
    assertThat(new DaySlots(List.of(reading("08:45", 1)), true).knownFrom())
        .isEqualTo(LocalTime.MIDNIGHT);
  }

  @Test
  void aRepeatedHourAddsUp() {
    DaySlots day = new DaySlots(List.of(hour("02:45", 10), hour("02:45", 30)), true);
    assertThat(day.until(LocalTime.parse("02:30"), TOTAL)).hasValue(spend(20));
    assertThat(day.until(LocalTime.parse("03:00"), TOTAL)).hasValue(spend(40));
  }

  @Test
  void whatCameInAGapIsUnknownAndNotCutTooLow() {
    DaySlots day =
        new DaySlots(
            List.of(
                reading("00:00", 1),
                reading("08:45", 0),
                reading("09:45", 100),
                reading("10:00", 40),
                reading("23:45", 859)),
            false);
    assertThat(day.until(LocalTime.parse("08:30"), TOTAL)).as("stopped until 08:45").isEmpty();
    assertThat(day.until(LocalTime.parse("09:30"), TOTAL)).hasValue(spend(51));
    assertThat(day.until(LocalTime.parse("10:50"), TOTAL)).as("stopped in that hour").isEmpty();
    assertThat(day.until(LocalTime.parse("15:00"), TOTAL)).isEmpty();
    assertThat(day.until(LocalTime.parse("23:50"), TOTAL)).isEmpty();
  }

  @Test
  void hoursAroundAGapAreKnown() {
    DaySlots day =
        new DaySlots(
            List.of(
                reading("00:00", 1),
                reading("07:00", 9),
                reading("08:00", 20),
                reading("09:15", 30),
                reading("10:00", 40),
                reading("23:45", 900)),
            false);
    assertThat(day.until(LocalTime.parse("09:30"), TOTAL)).hasValue(spend(45));
    assertThat(day.until(LocalTime.parse("08:00"), TOTAL)).hasValue(spend(10));
  }

  @Test
  void aDateThatIsNotReadToItsEndIsKnownAsFarAsItWasRead() {
    DaySlots day = new DaySlots(List.of(reading("00:00", 1), reading("00:45", 9)), false);
    assertThat(day.until(LocalTime.parse("01:30"), TOTAL)).hasValue(spend(10));
    assertThat(day.until(LocalTime.parse("15:00"), TOTAL)).isEmpty();
  }

  @Test
  void anHourThatTheClockSkipsIsNoGap() {
    DaySlots day =
        new DaySlots(
            List.of(
                new DaySlots.Increment(
                    Instant.parse("2026-03-29T00:45:00Z"),
                    LocalTime.parse("01:45"),
                    true,
                    spend(10)),
                new DaySlots.Increment(
                    Instant.parse("2026-03-29T01:45:00Z"),
                    LocalTime.parse("03:45"),
                    true,
                    spend(20))),
            false);
    assertThat(day.until(LocalTime.parse("03:30"), TOTAL)).hasValue(spend(20));
  }

  @Test
  void whatCameInTheFirstHourCameSinceMidnight() {
    DaySlots day = new DaySlots(List.of(reading("00:30", 10), reading("01:00", 5)), false);
    assertThat(day.until(LocalTime.parse("00:30"), TOTAL)).hasValue(spend(5));
  }

  private static DaySlots.Increment hour(String at, long spend) {
    return increment(at, true, spend);
  }

  private static DaySlots.Increment reading(String at, long spend) {
    return increment(at, false, spend);
  }

  private static DaySlots.Increment increment(String at, boolean hourly, long spend) {
    return new DaySlots.Increment(
        Instant.parse("2026-11-22T" + at + ":00Z"), LocalTime.parse(at), hourly, spend(spend));
  }

  private static Sums spend(long micros) {
    return new Sums(micros, 0, 0, 0, 0);
  }
}
