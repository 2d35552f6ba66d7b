package io.adfleet.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Rows of a CSV text as RFC 4180 writes them. */
final class Csv {

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int at;

  private Csv(String text) {
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static List<List<String>> rows(String text) {
    Csv csv = new Csv(text);
    csv.read();
    return csv.rows;
  }

  private void read() {
    for (at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> quoted();
        case ',' -> endCell();
        case '\n' -> endRow();
        case '\r' -> {
          // The line feed after it ends the row.
        }
        default -> cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      endRow();
    }
  }

  private void quoted() {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        cell.append(c);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else {
        return;
      }
    }
  }

  private void endCell() {
    row.add(cell.toString());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.size() > 1 || !row.getFirst().isEmpty()) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }
}
