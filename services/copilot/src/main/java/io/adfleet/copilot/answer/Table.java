package io.adfleet.copilot.answer;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.dashboard.DashboardAnswer;
import io.adfleet.copilot.dashboard.DashboardAnswer.Line;
import io.adfleet.copilot.question.QueryInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a table. Where currencies meet, each has rows and a total of its own and the first
 * column names it.
 *
 * @param rowCount how many rows there are, of which {@code rows} are the first
 * @param totals what was asked about as a whole; one for each currency where several meet
 */
public record Table(
    List<Column> columns, List<List<Cell>> rows, int rowCount, List<List<Cell>> totals) {

  /** A column; its unit is text, money, count or ratio. */
  public record Column(String key, String label, String unit) {}

  /** What stands in it, or null with the reason. */
  public record Cell(@Nullable Object value, @Nullable String reason) {
    static Cell text(@Nullable String text) {
      return new Cell(text, text == null ? "unnamed" : null);
    }
  }

  private static final String TEXT = "text";

  /** The table of a query's answer. */
  public static Table of(Query query, DashboardAnswer answer) {
    boolean mixed = answer.byCurrency() != null;
    List<Column> columns = new ArrayList<>();
    if (mixed) {
      columns.add(new Column("currency", "Currency", TEXT));
    }
    String breakdown = query.breakdown();
    if (breakdown != null) {
      columns.add(new Column(breakdown, QueryInWords.capital(breakdown), TEXT));
      if (breakdown.equals(Query.BY_CAMPAIGN)) {
        columns.add(new Column("platform", "Platform", TEXT));
      }
    }
    for (DashboardAnswer.Metric metric : answer.metrics()) {
      columns.add(
          new Column(
              metric.key(),
              QueryInWords.capital(QueryInWords.metric(metric.key())),
              metric.unit()));
    }
    return mixed
        ? ofEach(query, answer, columns)
        : new Table(
            columns,
            rows(query, answer, null, answer.rows()),
            answer.rowCount(),
            List.of(total(query, answer, null, answer.total())));
  }

  private static Table ofEach(Query query, DashboardAnswer answer, List<Column> columns) {
    List<List<Cell>> rows = new ArrayList<>();
    List<List<Cell>> totals = new ArrayList<>();
    int count = 0;
    List<DashboardAnswer.OfCurrency> parts =
        answer.byCurrency() == null ? List.of() : answer.byCurrency();
    for (DashboardAnswer.OfCurrency part : parts) {
      rows.addAll(rows(query, answer, part.currency(), part.rows()));
      totals.add(total(query, answer, part.currency(), part.total()));
      count += part.rowCount();
    }
    return new Table(columns, rows, count, totals);
  }

  private static List<List<Cell>> rows(
      Query query, DashboardAnswer answer, @Nullable String currency, List<Line> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<Cell> row = new ArrayList<>();
      if (currency != null) {
        row.add(Cell.text(currency));
      }
      row.add(Cell.text(line.name()));
      if (Query.BY_CAMPAIGN.equals(query.breakdown())) {
        row.add(Cell.text(QueryInWords.platform(line.platform())));
      }
      row.addAll(figures(answer, line.values()));
      rows.add(row);
    }
    return rows;
  }

  private static List<Cell> total(
      Query query,
      DashboardAnswer answer,
      @Nullable String currency,
      Map<String, DashboardAnswer.Cell> values) {
    List<Cell> row = new ArrayList<>();
    if (currency != null) {
      row.add(Cell.text(currency));
    }
    if (query.breakdown() != null) {
      row.add(Cell.text("Total"));
      if (query.breakdown().equals(Query.BY_CAMPAIGN)) {
        row.add(new Cell("", null));
      }
    }
    row.addAll(figures(answer, values));
    return row;
  }

  private static List<Cell> figures(
      DashboardAnswer answer, Map<String, DashboardAnswer.Cell> values) {
    List<Cell> cells = new ArrayList<>();
    for (DashboardAnswer.Metric metric : answer.metrics()) {
      DashboardAnswer.Cell cell = values.get(metric.key());
      cells.add(cell == null ? new Cell(null, "unknown") : new Cell(cell.value(), cell.reason()));
    }
    return cells;
  }
}
