package io.adfleet.copilot.answer;

import io.adfleet.contracts.Query;
import io.adfleet.copilot.dashboard.DashboardAnswer;
import io.adfleet.copilot.question.QueryInWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer in a few sentences, each number of which stands in a cell of the table. */
public final class Sentence {

  private static final int MOST_ROWS = 5;
  private static final int LONGEST_NAME = 60;

  private final Query query;
  private final DashboardAnswer answer;
  private final Table table;

  private Sentence(Query query, DashboardAnswer answer, Table table) {
    this.query = query;
    this.answer = answer;
    this.table = table;
  }

  /** The sentences. */
  public static String of(Query query, DashboardAnswer answer, Table table) {
    return new Sentence(query, answer, table).text();
  }

  private String text() {
    List<String> sentences = new ArrayList<>();
    sentences.add(QueryInWords.capital(dates()) + ": " + totals() + ".");
    if (query.breakdown() != null) {
      sentences.add(rows());
    }
    if (!answer.completeness().complete()) {
      sentences.add(missing());
    }
    return String.join(" ", sentences);
  }

  private String dates() {
    return answer.start().equals(answer.end())
        ? "on " + answer.start()
        : "from " + answer.start() + " to " + answer.end();
  }

  private String totals() {
    return String.join("; ", table.totals().stream().map(this::figures).toList());
  }

  private String rows() {
    if (table.rows().isEmpty()) {
      return query.breakdown() == null || query.breakdown().equals(Query.BY_CAMPAIGN)
          ? "No campaign has figures in these dates."
          : "No platform is connected.";
    }
    List<String> told =
        table.rows().stream().limit(MOST_ROWS).map(row -> name(row) + " " + figures(row)).toList();
    int more = table.rowCount() - told.size();
    return QueryInWords.capital("by " + query.breakdown())
        + ": "
        + String.join("; ", told)
        + (more > 0 ? "; and " + more + " more" : "")
        + ".";
  }

  /** The metrics of a row: spend 12.50 EUR, ROAS 3.10. */
  private String figures(List<Table.Cell> row) {
    List<String> parts = new ArrayList<>();
    String currency = currency(row);
    for (int i = 0; i < row.size(); i++) {
      Table.Column column = table.columns().get(i);
      if (!column.unit().equals("text")) {
        parts.add(QueryInWords.metric(column.key()) + " " + figure(column, row.get(i), currency));
      }
    }
    return String.join(", ", parts);
  }

  private static String figure(Table.Column column, Table.Cell cell, @Nullable String currency) {
    Object value = cell.value();
    if (value == null) {
      return "unknown (" + Reasons.of(cell.reason() == null ? "unknown" : cell.reason()) + ")";
    }
    return Amounts.of(column, value, currency);
  }

  private @Nullable String currency(List<Table.Cell> row) {
    boolean named = table.columns().getFirst().key().equals("currency");
    return named ? String.valueOf(row.getFirst().value()) : answer.currency();
  }

  private String name(List<Table.Cell> row) {
    for (int i = 0; i < row.size(); i++) {
      if (table.columns().get(i).key().equals(query.breakdown())) {
        Object name = row.get(i).value();
        return name == null ? "a campaign without a name" : plain(name.toString());
      }
    }
    return "";
  }

  /** A name on one line, not longer than can be read over. */
  private static String plain(String name) {
    String line = name.replaceAll("\\p{C}+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  private String missing() {
    List<String> reasons =
        answer.completeness().missing().stream()
            .map(DashboardAnswer.Missing::reason)
            .distinct()
            .map(Reasons::of)
            .toList();
    return "Some of these dates are missing: " + String.join(", ", reasons) + ".";
  }
}
