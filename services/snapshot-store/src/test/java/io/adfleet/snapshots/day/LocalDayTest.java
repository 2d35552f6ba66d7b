package io.adfleet.snapshots.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDayTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
    "2026-11-20T10:14:59.999Z, 2026-11-20T10:00:00Z",
    "2026-11-20T10:15:00Z, 2026-11-20T10:15:00Z",
    "2026-11-20T10:59:59Z, 2026-11-20T10:45:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:45:00Z"
  })
  void slotsAreQuartersOfAnHourInUtc(Instant instant, Instant slot) {
    assertThat(LocalDay.slotOf(instant)).isEqualTo(slot);
  }

  @Test
  void isOpenFromItsMidnightToTheNext() {
    LocalDay day = day("2026-11-20", "America/New_York");

    assertThat(day.isOpenAt(Instant.parse("2026-11-20T04:59:59Z"))).isFalse();
    assertThat(day.isOpenAt(Instant.parse("2026-11-20T05:00:00Z"))).isTrue();
    assertThat(day.isOpenAt(Instant.parse("2026-11-21T04:59:59Z"))).isTrue();
    assertThat(day.hasEndedAt(Instant.parse("2026-11-21T05:00:00Z"))).isTrue();
    assertThat(day.lastSlot()).isEqualTo(Instant.parse("2026-11-21T04:45:00Z"));
  }

  @Test
  void lastsAsLongAsTheClockSays() {
    assertThat(length(day("2026-03-29", "Europe/Berlin"))).isEqualTo(Duration.ofHours(23));
    assertThat(length(day("2026-10-25", "Europe/Berlin"))).isEqualTo(Duration.ofHours(25));
    assertThat(length(day("2026-04-05", "Australia/Lord_Howe")))
        .isEqualTo(Duration.ofMinutes(24 * 60 + 30));
  }

  @Test
  void anHourTheClockRepeatsIsOverAfterItsLastOccurrence() {
    LocalDay day = day("2026-10-25", "Europe/Berlin");

    assertThat(day.endOfHour(1)).contains(Instant.parse("2026-10-25T00:00:00Z"));
    assertThat(day.endOfHour(2)).contains(Instant.parse("2026-10-25T02:00:00Z"));
    assertThat(day.endOfHour(3)).contains(Instant.parse("2026-10-25T03:00:00Z"));
    assertThat(day.endOfHour(23)).contains(day.end());
  }

  @Test
  void anHourTheClockSkipsIsNone() {
    LocalDay day = day("2026-03-29", "Europe/Berlin");

    assertThat(day.endOfHour(1)).contains(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(day.endOfHour(2)).isEmpty();
    assertThat(day.endOfHour(3)).contains(Instant.parse("2026-03-29T02:00:00Z"));
  }

  @Test
  void aMidnightTheClockSkipsBeginsLater() {
    LocalDay day = day("2026-03-29", "Asia/Beirut");

    assertThat(day.endOfHour(0)).isEmpty();
    assertThat(day.endOfHour(1)).contains(day.start().plus(Duration.ofHours(1)));
  }

  @Test
  void aRepeatedMidnightHourIsOverAfterItsLastOccurrence() {
    LocalDay day = day("2026-11-01", "America/Havana");

    assertThat(length(day)).isEqualTo(Duration.ofHours(25));
    assertThat(day.endOfHour(0)).contains(day.start().plus(Duration.ofHours(2)));
    assertThat(day("2026-10-31", "America/Havana").endOfHour(23)).contains(day.start());
  }

  private static Duration length(LocalDay day) {
    return Duration.between(day.start(), day.end());
  }

  private static LocalDay day(String date, String zone) {
    return LocalDay.of(LocalDate.parse(date), ZoneId.of(zone));
  }
}
