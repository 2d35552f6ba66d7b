package io.adfleet.local.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.contracts.Coverage;
import io.adfleet.contracts.Daily;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final CampaignDay DAY = new CampaignDay("1", "10", TODAY);
  private static final Figures SPENT = new Figures(12_500_000, 100, 7, 1_500_000, 40_000_000);
  private static final UUID ID = new UUID(0, 1);

  private final Map<CampaignDay, Figures> truth = new HashMap<>();
  private final Map<CampaignDay, Optional<Figures>> answers = new HashMap<>();
  private final Map<CampaignDay, Daily> daily = new HashMap<>();
  private final Map<String, Map<LocalDate, Coverage.Closed>> closed = new HashMap<>();

  private Comparison.Result result() {
    return new Comparison(
            truth,
            answers,
            new DailyTopic.Content(daily, closed),
            Map.of("1", TODAY.minusDays(7)),
            TODAY)
        .result();
  }

  private void covered(LocalDate date) {
    closed
        .computeIfAbsent("1", id -> new HashMap<>())
        .put(date, new Coverage.Closed(1, NOON, NOON, 1, SPENT, SPENT));
  }

  private void said(CampaignDay day, Figures figures, boolean absent) {
    daily.put(
        day,
        new Daily(
            ID,
            ID,
            Platform.GOOGLE,
            Level.CAMPAIGN,
            ID,
            day.campaign(),
            day.date(),
            NOON,
            1,
            "EUR",
            absent,
            figures.spend(),
            figures.impressions(),
            figures.clicks(),
            figures.conversions(),
            figures.conversionValue(),
            null,
            null));
  }

  @Test
  void findsNoDifferenceWhereAllThreeAgree() {
    covered(TODAY);
    truth.put(DAY, SPENT);
    answers.put(DAY, Optional.of(SPENT));
    said(DAY, SPENT, false);
    assertEquals(new Comparison.Result(5, List.of()), result());
  }

  @Test
  void countsAMeasureOnceThoughBothDiffer() {
    covered(TODAY);
    truth.put(DAY, SPENT);
    answers.put(DAY, Optional.of(SPENT.plus(new Figures(1, 0, 0, 0, 0))));
    said(DAY, SPENT.plus(new Figures(2, 0, 0, 0, 0)), false);
    Comparison.Result result = result();
    assertEquals(1, result.differences().size());
    assertTrue(
        result
            .differences()
            .getFirst()
            .line()
            .contains("platform 12.5, API 12.500001, topic 12.500002"));
  }

  @Test
  void takesAMissingKeyOfACoveredSliceForZero() {
    covered(TODAY);
    answers.put(DAY, Optional.of(Figures.ZERO));
    assertEquals(new Comparison.Result(5, List.of()), result());
    said(DAY, Figures.ZERO, true);
    assertEquals(new Comparison.Result(5, List.of()), result());
  }

  @Test
  void callsADayWithoutCoverageADifference() {
    truth.put(DAY, SPENT);
    answers.put(DAY, Optional.empty());
    assertEquals(5, result().differences().size());
    truth.clear();
    assertEquals(5, result().differences().size());
  }

  @Test
  void namesADateRestatedBeyondTheReread() {
    CampaignDay old = new CampaignDay("1", "10", TODAY.minusDays(20));
    covered(old.date());
    truth.put(old, SPENT.plus(new Figures(5, 0, 0, 0, 0)));
    answers.put(old, Optional.of(SPENT));
    said(old, SPENT, false);
    List<Difference> differences = result().differences();
    assertEquals(1, differences.size());
    assertTrue(differences.getFirst().note().startsWith("restated beyond the re-read"));
  }

  @Test
  void sumsTheTruthOfARangeByCurrency() {
    truth.put(DAY, SPENT);
    truth.put(new CampaignDay("1", "11", TODAY.minusDays(3)), SPENT);
    truth.put(new CampaignDay("1", "11", TODAY.minusDays(4)), SPENT);
    truth.put(new CampaignDay("2", "20", TODAY.minusDays(1)), SPENT);
    truth.put(new CampaignDay("2", "20", TODAY.plusDays(1)), SPENT);
    Comparison comparison =
        new Comparison(truth, answers, new DailyTopic.Content(daily, closed), Map.of(), TODAY);
    Map<String, String> currencies = Map.of("1", "EUR", "2", "JPY");
    assertEquals(
        Map.of("EUR", SPENT.plus(SPENT), "JPY", SPENT),
        comparison.truthByCurrency(TODAY.minusDays(3), TODAY, currencies, account -> true));
    assertEquals(
        Map.of("JPY", SPENT),
        comparison.truthByCurrency(TODAY.minusDays(3), TODAY, currencies, "2"::equals));
  }
}
