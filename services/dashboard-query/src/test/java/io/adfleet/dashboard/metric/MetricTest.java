package io.adfleet.dashboard.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricTest {

  private static final Sums SUMS =
      new Sums(1_234_560_000L, 100_000, 3_120, 41_500_000, 4_938_240_000L);

  @Test
  void everyFormulaHasItsKnownAnswer() {
    assertThat(Metric.SPEND.written(SUMS, false)).isEqualTo("1234.56");
    assertThat(Metric.REVENUE.written(SUMS, false)).isEqualTo("4938.24");
    assertThat(Metric.CONVERSION_VALUE.written(SUMS, false)).isEqualTo("4938.24");
    assertThat(Metric.CONVERSIONS.written(SUMS, false)).isEqualTo("41.5");
    assertThat(Metric.CLICKS.written(SUMS, false)).isEqualTo(3_120L);
    assertThat(Metric.IMPRESSIONS.written(SUMS, false)).isEqualTo(100_000L);
    assertThat(Metric.ROAS.written(SUMS, false)).isEqualTo("4");
    assertThat(Metric.CTR.written(SUMS, false)).isEqualTo("0.0312");
    assertThat(Metric.CPC.written(SUMS, false)).isEqualTo("0.395692");
    assertThat(Metric.CPM.written(SUMS, false)).isEqualTo("12.3456");
    assertThat(Metric.CPA.written(SUMS, false)).isEqualTo("29.748434");
  }

  @Test
  void aRatioWithoutAPositiveDenominatorIsUnknownWithAReason() {
    assertThat(Metric.ROAS.of(Sums.ZERO)).isEqualTo(Figure.unknown("no_spend"));
    assertThat(Metric.CTR.of(Sums.ZERO)).isEqualTo(Figure.unknown("no_impressions"));
    assertThat(Metric.CPM.of(Sums.ZERO)).isEqualTo(Figure.unknown("no_impressions"));
    assertThat(Metric.CPC.of(Sums.ZERO)).isEqualTo(Figure.unknown("no_clicks"));
    assertThat(Metric.CPA.of(Sums.ZERO)).isEqualTo(Figure.unknown("no_conversions"));
    Sums refunded = new Sums(-5_000_000, 0, -1, 0, 10_000_000);
    assertThat(Metric.ROAS.of(refunded).value()).isNull();
    assertThat(Metric.CPC.of(refunded).value()).isNull();
    assertThat(Metric.SPEND.written(refunded, false)).isEqualTo("-5");
  }

  @Test
  void moneyAcrossCurrenciesIsUnknownAndCountsAddUp() {
    for (Metric metric : Metric.all()) {
      Figure figure = metric.of(SUMS, true);
      boolean counts =
          List.of(Metric.CONVERSIONS, Metric.CLICKS, Metric.IMPRESSIONS, Metric.CTR)
              .contains(metric);
      assertThat(figure.value() != null).as(metric.key()).isEqualTo(counts);
      assertThat(figure.reason()).isEqualTo(counts ? null : "mixed_currencies");
    }
  }

  @Test
  void deltasAreFractionsOfTheExactNumbers() {
    Figure now = Metric.SPEND.of(new Sums(1_234_560_000L, 0, 0, 0, 0));
    Figure before = Metric.SPEND.of(new Sums(1_100_000_000L, 0, 0, 0, 0));
    assertThat(now.deltaFrom(before).text()).isEqualTo("0.122327");
    assertThat(before.deltaFrom(now).text()).isEqualTo("-0.108994");
    assertThat(now.deltaFrom(Metric.SPEND.of(Sums.ZERO)))
        .isEqualTo(Figure.unknown("previous_is_zero"));
    assertThat(now.deltaFrom(Figure.unknown("before_history")).reason())
        .isEqualTo("before_history");
    // a third to two thirds is exactly double, whatever their rounded texts say
    Figure third = Figure.of(new Quotient(java.math.BigDecimal.ONE, new java.math.BigDecimal(3)));
    Figure two = Figure.of(new Quotient(java.math.BigDecimal.TWO, new java.math.BigDecimal(3)));
    assertThat(two.deltaFrom(third).text()).isEqualTo("1");
  }

  @Test
  void decimalsAreRoundedHalfUpAndNeverHaveAnExponent() {
    assertThat(Quotient.text(new java.math.BigDecimal("0.0000005"))).isEqualTo("0.000001");
    assertThat(Quotient.text(new java.math.BigDecimal("0.00000049"))).isEqualTo("0");
    assertThat(Quotient.text(new java.math.BigDecimal("1100.000000"))).isEqualTo("1100");
    assertThat(Quotient.text(new java.math.BigDecimal("1E+12"))).isEqualTo("1000000000000");
    assertThat(Metric.SPEND.written(new Sums(Long.MAX_VALUE, 0, 0, 0, 0), false))
        .isEqualTo("9223372036854.775807");
    assertThat(Metric.SPEND.written(new Sums(1, 0, 0, 0, 0), false)).isEqualTo("0.000001");
  }

  @Test
  void sumsOverflowLoudlyAndUnknownPlusKnownIsKnown() {
    Sums most = new Sums(Long.MAX_VALUE, 0, 0, 0, 0);
    assertThatThrownBy(() -> most.plus(new Sums(1, 0, 0, 0, 0)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Sums.add(null, null)).isNull();
    assertThat(Sums.add(null, SUMS)).isEqualTo(SUMS);
    assertThat(Sums.add(SUMS, Sums.ZERO)).isEqualTo(SUMS);
  }

  @Test
  void aRatioOfSumsLiesBetweenTheRatiosOfItsParts() {
    Random random = new Random(42);
    for (int i = 0; i < 1_000; i++) {
      Sums one = some(random);
      Sums other = some(random);
      for (Metric metric : List.of(Metric.ROAS, Metric.CTR, Metric.CPC, Metric.CPM, Metric.CPA)) {
        Quotient left = metric.of(one).value();
        Quotient right = metric.of(other).value();
        Quotient both = metric.of(one.plus(other)).value();
        assertThat(left).isNotNull();
        assertThat(right).isNotNull();
        assertThat(both).isNotNull();
        Quotient low = left.compareValue(right) <= 0 ? left : right;
        Quotient high = low == left ? right : left;
        assertThat(both.compareValue(low)).isNotNegative();
        assertThat(both.compareValue(high)).isNotPositive();
      }
    }
  }

  private static Sums some(Random random) {
    return new Sums(
        1 + random.nextLong(1_000_000_000L),
        1 + random.nextLong(100_000),
        1 + random.nextLong(1_000),
        1 + random.nextLong(50_000_000),
        random.nextLong(5_000_000_000L));
  }
}
