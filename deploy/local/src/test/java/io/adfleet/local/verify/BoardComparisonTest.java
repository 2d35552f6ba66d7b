package io.adfleet.local.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardComparisonTest {

  private static final Figures EUROS = new Figures(12_500_000, 100, 7, 1_500_000, 40_000_000);
  private static final Figures YEN = new Figures(900_000_000, 50, 3, 0, 0);
  private static final String EURO_KPIS = kpis("\"12.5\"", 100, 7, "\"1.5\"", "\"40\"");
  private static final String YEN_KPIS = kpis("\"900\"", 50, 3, "\"0\"", "\"0\"");

  @Test
  void oneCurrencyIsComparedInItsFiveMeasures() {
    String answer = "{\"currency\":\"EUR\",\"by_currency\":null,\"kpis\":" + EURO_KPIS + "}";
    assertEquals(new BoardComparison.Result(5, List.of()), result(answer, Map.of("EUR", EUROS)));
    assertEquals(
        new BoardComparison.Result(
            5, List.of("dashboard, EUR  spend: platform 12.500001, API 12.5")),
        result(answer, Map.of("EUR", EUROS.plus(new Figures(1, 0, 0, 0, 0)))));
  }

  @Test
  void severalCurrenciesStandAloneAndOnlyCountsAreAdded() {
    String answer = mixed(kpis("null", 150, 10, "\"1.5\"", "null"));
    Map<String, Figures> truth = Map.of("EUR", EUROS, "JPY", YEN);
    assertEquals(new BoardComparison.Result(13, List.of()), result(answer, truth));
    assertEquals(
        new BoardComparison.Result(
            13, List.of("dashboard, all currencies  clicks: platform 10, API 11")),
        result(mixed(kpis("null", 150, 11, "\"1.5\"", "null")), truth));
  }

  @Test
  void whatIsNotSaidDiffers() {
    String unknown =
        "{\"currency\":\"EUR\",\"kpis\":" + kpis("null", 100, 7, "\"1.5\"", "\"40\"") + "}";
    assertEquals(
        List.of("dashboard, EUR  spend: platform 12.5, API not said"),
        result(unknown, Map.of("EUR", EUROS)).differences());
    String other = "{\"currency\":\"EUR\",\"kpis\":" + EURO_KPIS + "}";
    BoardComparison.Result result = result(other, Map.of("EUR", EUROS, "JPY", YEN));
    assertEquals(10, result.compared());
    assertEquals(5, result.differences().size());
  }

  private static BoardComparison.Result result(String answer, Map<String, Figures> truth) {
    try {
      return new BoardComparison("dashboard", Board.read(Json.mapper().readTree(answer)), truth)
          .result();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String mixed(String kpis) {
    return "{\"currency\":null,\"kpis\":"
        + kpis
        + ",\"by_currency\":[{\"currency\":\"EUR\",\"kpis\":"
        + EURO_KPIS
        + "},{\"currency\":\"JPY\",\"kpis\":"
        + YEN_KPIS
        + "}]}";
  }

  private static String kpis(
      String spend, int impressions, int clicks, String conversions, String value) {
    return """
    [{"key":"spend","value":%s},{"key":"impressions","value":%d},{"key":"clicks","value":%d},
     {"key":"conversions","value":%s},{"key":"conversion_value","value":%s},{"key":"roas","value":"2"}]
    """
        .formatted(spend, impressions, clicks, conversions, value);
  }
}
