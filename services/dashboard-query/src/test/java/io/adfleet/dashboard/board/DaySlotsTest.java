package io.adfleet.dashboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.metric.Sums;
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
    // the report is closed, its hours are still on their way: they come on a topic of their own
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

  private static DaySlots.Increment hour(String at, long spend) {
    return new DaySlots.Increment(LocalTime.parse(at), true, spend(spend));
  }

  private static DaySlots.Increment reading(String at, long spend) {
    return new DaySlots.Increment(LocalTime.parse(at), false, spend(spend));
  }

  private static Sums spend(long micros) {
    return new Sums(micros, 0, 0, 0, 0);
  }
}
