package io.adfleet.dashboard.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adfleet.dashboard.account.Workspace;
import io.adfleet.defaults.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedDatesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @ParameterizedTest
  @CsvSource({
    "today,        2026-11-22, 2026-11-22, 2026-11-21, 2026-11-21",
    "yesterday,    2026-11-21, 2026-11-21, 2026-11-20, 2026-11-20",
    "last_7_days,  2026-11-16, 2026-11-22, 2026-11-09, 2026-11-15",
    "last_14_days, 2026-11-09, 2026-11-22, 2026-10-26, 2026-11-08",
    "last_30_days, 2026-10-24, 2026-11-22, 2026-09-24, 2026-10-23",
    "last_90_days, 2026-08-25, 2026-11-22, 2026-05-27, 2026-08-24",
    "this_month,   2026-11-01, 2026-11-22, 2026-10-10, 2026-10-31",
    "last_month,   2026-10-01, 2026-10-31, 2026-08-31, 2026-09-30"
  })
  void presetsEndTodayAndThePeriodBeforeHasAsManyDates(
      String key, LocalDate start, LocalDate end, LocalDate before, LocalDate beforeEnd) {
    AskedDates.Resolved resolved = new AskedDates(key, null, null).on(TODAY);
    assertThat(resolved.timeframe().key()).isEqualTo(key);
    assertThat(resolved.range()).isEqualTo(new DateRange(start, end));
    assertThat(resolved.range().previous()).isEqualTo(new DateRange(before, beforeEnd));
  }

  @Test
  void lastMonthEndsInFebruaryInALeapYear() {
    assertThat(new AskedDates("last_month", null, null).on(LocalDate.parse("2028-03-31")).range())
        .isEqualTo(new DateRange(LocalDate.parse("2028-02-01"), LocalDate.parse("2028-02-29")));
  }

  @Test
  void todayIsTheReportingZones() {
    Instant evening = Instant.parse("2026-11-22T23:30:00Z");
    assertThat(new Workspace("EUR", ZoneId.of("Europe/Berlin")).today(evening))
        .isEqualTo("2026-11-23");
    assertThat(new Workspace("USD", ZoneId.of("America/Los_Angeles")).today(evening))
        .isEqualTo("2026-11-22");
  }

  @Test
  void elevenHundredDatesAreAnsweredAndOneMoreIsNot() {
    String start = TODAY.minusDays(1_099).toString();
    assertThat(new AskedDates(null, start, "2026-11-22").on(TODAY).range().days()).isEqualTo(1_100);
    refused("start", null, TODAY.minusDays(1_100).toString(), "2026-11-22");
  }

  @Test
  void whatMakesNoSenseIsRefusedByField() {
    refused("timeframe", "last_5_days", null, null);
    refused("timeframe", "LAST_7_DAYS", null, null);
    refused("timeframe", null, null, null);
    refused("end", null, "2026-11-22", "2026-11-21");
    refused("end", null, "2026-11-22", "2026-11-23");
    refused("end", null, "2026-11-22", null);
    refused("start", null, null, "2026-11-22");
    refused("start", "custom", null, null);
    refused("start", null, "22.11.2026", "2026-11-22");
    refused("start", null, "2026-02-29", "2026-11-22");
    refused("start", null, "-99999-01-01", "2026-11-22");
    refused("end", "today", null, "2026-11-22");
  }

  private static void refused(String field, String timeframe, String start, String end) {
    assertThatThrownBy(() -> new AskedDates(timeframe, start, end).on(TODAY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type().status()).isEqualTo(422);
              assertThat(problem.errors().getFirst().field()).isEqualTo(field);
              assertThat(problem.errors().getFirst().remedy()).isNotBlank();
            });
  }
}
