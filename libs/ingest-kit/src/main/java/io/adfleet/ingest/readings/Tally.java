package io.adfleet.ingest.readings;

import io.adfleet.contracts.Figures;
import io.adfleet.ingest.platform.FigureRow;

/** What was said of one slice so far. */
final class Tally {

  private int rows;
  private Figures sums = Figures.ZERO;

  void add(FigureRow row) {
    rows = Math.addExact(rows, 1);
    sums = sums.plus(row.figures());
  }

  int rows() {
    return rows;
  }

  Figures sums() {
    return sums;
  }
}
