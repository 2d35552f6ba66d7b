package io.adfleet.dashboard.board;

import static io.adfleet.dashboard.board.Known.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.metric.Kpi;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.AskedDates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final AskedDates TODAY = new AskedDates("today", null, null);
  private static final AskedDates WEEK = new AskedDates("last_7_days", null, null);

  @Test
  void aDateSelectsEachAccountsOwnLocalDate() {
    Known known = new Known("2026-11-22T03:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    Account angeles = known.account("google", "EUR", "America/Los_Angeles");
    Account tokyo = known.account("meta", "EUR", "Asia/Tokyo");
    known.day(berlin, "2026-11-22", "2026-11-22T02:50:00Z", spend(1_000_000));
    known.day(tokyo, "2026-11-22", "2026-11-22T02:55:00Z", spend(2_000_000));
    known.day(angeles, "2026-11-21", "2026-11-22T02:45:00Z", spend(4_000_000));

    Unified today = known.answer(TODAY);
    // in Los Angeles the 22nd has not begun: nothing of it is missing and nothing counts
    assertThat(kpi(today, "spend").value()).isEqualTo("3");
    assertThat(today.completeness().complete()).isTrue();
    assertThat(today.dataAsOf()).isEqualTo("2026-11-22T02:45:00Z");

    Unified yesterday = known.answer(new AskedDates("yesterday", null, null));
    assertThat(kpi(yesterday, "spend").value()).isEqualTo("4");
    assertThat(yesterday.completeness().missing()).hasSize(2);
  }

  @Test
  void theCounterpartOfAnOpenDateIsCutPerAccount() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    Account tokyo = known.account("google", "EUR", "Asia/Tokyo");
    known.day(berlin, "2026-11-22", "2026-11-22T11:30:00Z", spend(1));
    known.day(tokyo, "2026-11-22", "2026-11-22T11:00:00Z", spend(1));
    for (Account account : List.of(berlin, tokyo)) {
      known.day(account, "2026-11-21", "2026-11-22T01:00:00Z", spend(2_400));
      hourly(known, account, "2026-11-21", 100);
    }
    Unified today = known.answer(TODAY);
    // Berlin was read at 12:30, Tokyo at 20:00
    assertThat(kpi(today, "spend").previous()).isEqualTo("0.00325");
    assertThat(today.previous().cut()).isTrue();
  }

  @Test
  void withoutHoursTheCounterpartCountsWholeAndIsSaidToBeUncut() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    known.day(berlin, "2026-11-22", "2026-11-22T11:30:00Z", spend(1_000_000));
    known.day(berlin, "2026-11-21", "2026-11-22T01:00:00Z", spend(2_000_000));
    Unified today = known.answer(TODAY);
    assertThat(kpi(today, "spend").previous()).isEqualTo("2");
    assertThat(kpi(today, "spend").delta()).isEqualTo("-0.5");
    assertThat(today.previous().cut()).isFalse();
  }

  @Test
  void aClosedRangeIsNotCut() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    known.day(berlin, "2026-11-21", "2026-11-22T01:00:00Z", spend(2_000_000));
    known.day(berlin, "2026-11-20", "2026-11-21T01:00:00Z", spend(1_000_000));
    hourly(known, berlin, "2026-11-20", 10);
    Unified yesterday = known.answer(new AskedDates("yesterday", null, null));
    assertThat(kpi(yesterday, "spend").delta()).isEqualTo("1");
    assertThat(yesterday.previous().cut()).isFalse();
  }

  @Test
  void previousIsUnknownUnlessAllOfItIsCovered() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account one = known.account("google", "EUR", "Europe/Berlin");
    Account other = known.account("google", "EUR", "Europe/Berlin");
    known.account("google", "USD", "Europe/Berlin", "no_permission");
    known.day(one, "2026-11-22", "2026-11-22T11:30:00Z", spend(1));
    known.day(one, "2026-11-21", "2026-11-22T01:00:00Z", spend(1));
    assertThat(kpi(known.answer(TODAY), "spend").reason()).isEqualTo("before_history");
    known.day(other, "2026-11-21", "2026-11-22T01:00:00Z", spend(1));
    Unified answer = known.answer(TODAY);
    // the account that never could be read neither mixes currencies nor hides the period before
    assertThat(kpi(answer, "spend").previous()).isNotNull();
    assertThat(answer.currency()).isEqualTo("EUR");
    assertThat(answer.completeness().missing())
        .extracting(missing -> missing.reason())
        .containsExactly("backfilling", "no_permission");
  }

  @Test
  void aRepeatedHourAddsUpAndASkippedOneHasNoPoint() {
    Known autumn = new Known("2026-10-26T12:00:00Z", "Europe/Berlin");
    Account berlin = autumn.account("google", "EUR", "Europe/Berlin");
    autumn.day(berlin, "2026-10-25", "2026-10-26T02:00:00Z", spend(25_000_000));
    Instant midnight = LocalDate.parse("2026-10-25").atStartOfDay(berlin.zone()).toInstant();
    for (int hour = 0; hour < 25; hour++) {
      String slot = midnight.plusSeconds(3_600L * hour + 2_700).toString();
      autumn.slot(berlin, "2026-10-25", slot, true, spend(1_000_000));
    }
    Unified long25 = autumn.answer(new AskedDates("yesterday", null, null));
    assertThat(point(long25, "2026-10-25T02:45").spend()).isEqualTo("2");
    assertThat(long25.chart().points()).hasSize(96);
    assertThat(sum(long25)).isEqualByComparingTo("25");

    Known spring = new Known("2026-04-15T12:00:00Z", "Europe/Berlin");
    Account account = spring.account("google", "EUR", "Europe/Berlin");
    spring.day(account, "2026-03-29", "2026-03-30T02:00:00Z", spend(23_000_000));
    midnight = LocalDate.parse("2026-03-29").atStartOfDay(account.zone()).toInstant();
    for (int hour = 0; hour < 23; hour++) {
      String slot = midnight.plusSeconds(3_600L * hour + 2_700).toString();
      spring.slot(account, "2026-03-29", slot, true, spend(1_000_000));
    }
    Unified short23 = spring.answer(new AskedDates(null, "2026-03-29", "2026-03-29"));
    assertThat(short23.chart().granularity()).isEqualTo("hour");
    assertThat(short23.chart().points())
        .extracting(Unified.Point::start)
        .hasSize(23)
        .doesNotContain("2026-03-29T02:00");
    assertThat(sum(short23)).isEqualByComparingTo("23");
  }

  @Test
  void aRestatementOfAnEndedDateStandsInItsLastBucket() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    known.day(berlin, "2026-11-21", "2026-11-22T03:00:00Z", spend(2_000_000));
    hourly(known, berlin, "2026-11-21", 100_000);
    Unified yesterday = known.answer(new AskedDates("yesterday", null, null));
    assertThat(point(yesterday, "2026-11-21T23:45").spend()).isEqualTo("-0.3");
    assertThat(sum(yesterday)).isEqualByComparingTo("2");
  }

  @Test
  void withoutHoursAnOlderDateIsOnePoint() {
    Known known = new Known("2026-11-22T12:00:00Z", "Europe/Berlin");
    Account berlin = known.account("google", "EUR", "Europe/Berlin");
    known.day(berlin, "2026-11-10", "2026-11-11T03:00:00Z", spend(2_000_000));
    Unified answer = known.answer(new AskedDates(null, "2026-11-10", "2026-11-10"));
    assertThat(answer.chart().granularity()).isEqualTo("day");
    assertThat(answer.chart().points()).hasSize(1);
  }

  @Test
  void nothingIsKnownWithoutAccounts() {
    Unified answer = new Known("2026-11-22T12:00:00Z", "Europe/Berlin").answer(TODAY);
    assertThat(answer.currency()).isEqualTo("EUR");
    assertThat(kpi(answer, "spend").reason()).isEqualTo("no_accounts");
    assertThat(answer.chart().points()).isEmpty();
    assertThat(answer.completeness().complete()).isTrue();
    assertThat(answer.dataAsOf()).isNull();
  }

  @Test
  void pointsAlwaysAddUpToTheFigureAndPlatformsToTheMix() {
    Random random = new Random(7);
    for (int run = 0; run < 300; run++) {
      Known known = randomly(random, false);
      for (AskedDates asked :
          List.of(
              TODAY,
              WEEK,
              new AskedDates("yesterday", null, null),
              new AskedDates(null, "2026-11-19", "2026-11-19"))) {
        Unified answer = known.answer(asked);
        Object spend = kpi(answer, "spend").value();
        if (spend == null) {
          assertThat(sum(answer)).isZero();
          continue;
        }
        assertThat(sum(answer)).isEqualByComparingTo(new BigDecimal((String) spend));
        assertThat(sparkline(kpi(answer, "spend")))
            .isEqualByComparingTo(new BigDecimal((String) spend));
        assertThat(
                answer.spendMix().stream()
                    .filter(share -> share.spend() != null)
                    .map(share -> new BigDecimal((String) share.spend()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
            .isEqualByComparingTo(new BigDecimal((String) spend));
        Set<String> buckets =
            answer.chart().points().stream()
                .map(point -> point.start() + point.platform())
                .collect(Collectors.toSet());
        assertThat(buckets).hasSize(answer.chart().points().size());
        assertThat(kpi(answer, "spend").sparkline().size()).isLessThanOrEqualTo(92);
      }
    }
  }

  @Test
  void figuresOfEachCurrencyAreThoseOfItsAccountsAlone() {
    Random random = new Random(8);
    for (int run = 0; run < 100; run++) {
      Known known = randomly(random, true);
      Unified together = known.answer(WEEK);
      if (together.byCurrency() == null) {
        continue;
      }
      for (Unified.OfCurrency part : together.byCurrency()) {
        List<Account> all = List.copyOf(known.accounts);
        known.accounts.removeIf(account -> !account.currency().equals(part.currency()));
        Unified alone = known.answer(WEEK);
        known.accounts.clear();
        known.accounts.addAll(all);
        assertThat(part.kpis())
            .usingRecursiveComparison()
            .ignoringFields("reason")
            .isEqualTo(alone.kpis());
        assertThat(part.chartPoints()).isEqualTo(alone.chart().points());
      }
    }
  }

  private static Known randomly(Random random, boolean currencies) {
    Known known = new Known("2026-11-22T09:50:00Z", "Europe/Berlin");
    List<String> zones =
        List.of("Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "Asia/Kathmandu");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      Account account =
          known.account(
              random.nextBoolean() ? "google" : "meta",
              currencies && random.nextBoolean() ? "JPY" : "EUR",
              zones.get(random.nextInt(zones.size())));
      for (LocalDate date = LocalDate.parse("2026-11-09");
          !date.isAfter(account.today(known.now));
          date = date.plusDays(1)) {
        if (random.nextInt(10) > 0) {
          fill(known, account, date, random);
        }
      }
    }
    return known;
  }

  private static void fill(Known known, Account account, LocalDate date, Random random) {
    Instant midnight = date.atStartOfDay(account.zone()).toInstant();
    Instant end = date.plusDays(1).atStartOfDay(account.zone()).toInstant();
    Instant observed =
        end.isBefore(known.now) && random.nextBoolean()
            ? end.plusSeconds(7_200)
            : midnight.plusSeconds(random.nextInt(30_000));
    if (observed.isAfter(known.now)) {
      observed = midnight;
    }
    known.day(
        account,
        date.toString(),
        observed.toString(),
        new Sums(random.nextInt(9_000_000), random.nextInt(900), random.nextInt(90), 0, 0));
    for (int i = random.nextInt(6); i > 0; i--) {
      Instant slot = midnight.plusSeconds(900L * random.nextInt(96));
      known.slot(
          account,
          date.toString(),
          slot.toString(),
          random.nextInt(4) == 0,
          spend(random.nextInt(3_000_000) - 500_000));
    }
  }

  private static void hourly(Known known, Account account, String date, long micros) {
    Instant midnight = LocalDate.parse(date).atStartOfDay(account.zone()).toInstant();
    for (int hour = 0; hour < 24 - (micros == 100_000 ? 1 : 0); hour++) {
      String slot = midnight.plusSeconds(3_600L * hour + 2_700).toString();
      known.slot(account, date, slot, true, spend(micros));
    }
  }

  private static Kpi kpi(Unified answer, String key) {
    return answer.kpis().stream().filter(kpi -> kpi.key().equals(key)).findFirst().orElseThrow();
  }

  private static Unified.Point point(Unified answer, String start) {
    return answer.chart().points().stream()
        .filter(point -> point.start().equals(start))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal sum(Unified answer) {
    return answer.chart().points().stream()
        .map(Unified.Point::spend)
        .filter(Objects::nonNull)
        .map(spend -> new BigDecimal((String) spend))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal sparkline(Kpi kpi) {
    return kpi.sparkline().stream()
        .filter(Objects::nonNull)
        .map(value -> new BigDecimal((String) value))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
