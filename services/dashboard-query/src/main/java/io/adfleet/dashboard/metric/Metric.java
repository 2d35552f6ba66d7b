package io.adfleet.dashboard.metric;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every metric with its formula, in the order of the dashboard. */
public enum Metric {
  REVENUE(Unit.MONEY, s -> millionths(s.conversionValue())),
  ROAS(Unit.RATIO, s -> millionths(s.conversionValue()), s -> millionths(s.spend()), "no_spend"),
  SPEND(Unit.MONEY, s -> millionths(s.spend())),
  CONVERSIONS(Unit.COUNT, s -> millionths(s.conversions())),
  CONVERSION_VALUE(Unit.MONEY, s -> millionths(s.conversionValue())),
  CLICKS(Unit.COUNT, s -> BigDecimal.valueOf(s.clicks())),
  IMPRESSIONS(Unit.COUNT, s -> BigDecimal.valueOf(s.impressions())),
  CTR(
      Unit.RATIO,
      s -> BigDecimal.valueOf(s.clicks()),
      s -> BigDecimal.valueOf(s.impressions()),
      "no_impressions"),
  CPC(Unit.MONEY, s -> millionths(s.spend()), s -> BigDecimal.valueOf(s.clicks()), "no_clicks"),
  CPM(
      Unit.MONEY,
      s -> millionths(s.spend()).movePointRight(3),
      s -> BigDecimal.valueOf(s.impressions()),
      "no_impressions"),
  CPA(Unit.MONEY, s -> millionths(s.spend()), s -> millionths(s.conversions()), "no_conversions");

  /** What a metric's number is. */
  public enum Unit {
    MONEY,
    COUNT,
    RATIO;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why money of several currencies has no sum. */
  public static final String MIXED_CURRENCIES = "mixed_currencies";

  /** What revenue is: the conversion value the platforms claim. */
  public static final String REVENUE_SOURCE = "platform";

  private final Unit unit;
  private final Function<Sums, BigDecimal> numerator;
  private final @Nullable Function<Sums, BigDecimal> denominator;
  private final String withoutDenominator;

  Metric(Unit unit, Function<Sums, BigDecimal> whole) {
    this(unit, whole, null, "");
  }

  Metric(
      Unit unit,
      Function<Sums, BigDecimal> numerator,
      @Nullable Function<Sums, BigDecimal> denominator,
      String withoutDenominator) {
    this.unit = unit;
    this.numerator = numerator;
    this.denominator = denominator;
    this.withoutDenominator = withoutDenominator;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  /** Whether its formula takes money, so that it has no value across currencies. */
  public boolean takesMoney() {
    return unit == Unit.MONEY || this == ROAS;
  }

  /** Whether it is written as a JSON integer. */
  public boolean isInteger() {
    return this == CLICKS || this == IMPRESSIONS;
  }

  /** Its value over these sums. */
  public Figure of(Sums sums) {
    if (denominator == null) {
      return Figure.of(Quotient.of(numerator.apply(sums)));
    }
    BigDecimal below = denominator.apply(sums);
    return below.signum() > 0
        ? Figure.of(new Quotient(numerator.apply(sums), below))
        : Figure.unknown(withoutDenominator);
  }

  /** Its value over sums of several accounts, whose money may not add up. */
  public Figure of(Sums sums, boolean mixedCurrencies) {
    return mixedCurrencies && takesMoney() ? Figure.unknown(MIXED_CURRENCIES) : of(sums);
  }

  /** As it stands in an answer: an integer, a decimal text, or null. */
  public @Nullable Object written(Figure figure) {
    Quotient value = figure.value();
    if (value == null) {
      return null;
    }
    return isInteger() ? (Object) value.numerator().longValueExact() : value.text();
  }

  /** Its value over these sums as it stands in an answer; null for null. */
  public @Nullable Object written(@Nullable Sums sums, boolean mixedCurrencies) {
    return sums == null ? null : written(of(sums, mixedCurrencies));
  }

  /** Which part of a spend another one is. */
  public static Figure share(Sums part, Sums whole) {
    return whole.spend() > 0
        ? Figure.of(new Quotient(millionths(part.spend()), millionths(whole.spend())))
        : Figure.unknown("no_spend");
  }

  public static Optional<Metric> ofKey(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }

  public static List<Metric> all() {
    return List.of(values());
  }

  private static BigDecimal millionths(long value) {
    return BigDecimal.valueOf(value, 6);
  }
}
