package io.adfleet.copilot.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a cell's number for people: rounded half up, never computed with. */
final class Amounts {

  private static final int PLACES = 2;

  private Amounts() {}

  static String of(Table.Column column, Object value, @Nullable String currency) {
    BigDecimal number = new BigDecimal(value.toString());
    return switch (column.unit()) {
      case "money" -> written(number, "#,##0.00") + (currency == null ? "" : " " + currency);
      case "ratio" ->
          column.key().equals("ctr")
              ? written(number.movePointRight(2), "#,##0.00") + " %"
              : written(number, "#,##0.00");
      default -> written(number, "#,##0.##");
    };
  }

  private static String written(BigDecimal number, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number.setScale(PLACES, RoundingMode.HALF_UP));
  }
}
