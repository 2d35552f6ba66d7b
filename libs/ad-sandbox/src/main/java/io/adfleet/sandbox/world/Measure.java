package io.adfleet.sandbox.world;

/** What a platform counts. Money is in micros, conversion-like measures in millionths. */
public enum Measure {
  SPEND("spend", Nature.MONEY),
  IMPRESSIONS("impressions", Nature.COUNT),
  CLICKS("clicks", Nature.COUNT),
  CONVERSIONS("conversions", Nature.CONVERSION),
  CONVERSION_VALUE("conversion_value", Nature.MONEY),
  LEADS("leads", Nature.CONVERSION),
  PURCHASES("purchases", Nature.CONVERSION),
  INSTALLS("installs", Nature.CONVERSION),
  REACH("reach", Nature.COUNT),
  CONVERSIONS_BY_DATE("conversions_by_date", Nature.CONVERSION),
  CONVERSION_VALUE_BY_DATE("conversion_value_by_date", Nature.MONEY);

  /** How a measure is written and divided. */
  public enum Nature {
    MONEY,
    COUNT,
    CONVERSION
  }

  private final String column;
  private final Nature nature;

  Measure(String column, Nature nature) {
    this.column = column;
    this.nature = nature;
  }

  /** The column of that measure. */
  public String column() {
    return column;
  }

  /** Money, count or conversion. */
  public Nature nature() {
    return nature;
  }

  /** Whether this measure has a column in {@code days.csv}. */
  boolean inDays() {
    return this != CONVERSIONS_BY_DATE && this != CONVERSION_VALUE_BY_DATE;
  }
}
