package io.adfleet.connections.job;

import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Dates of one report at one level, both ends included. */
public record Wish(String report, String level, LocalDate from, LocalDate to) {

  /** How many slices these wishes are; the structure is one. */
  public static int slices(List<Wish> wishes) {
    return wishes.stream().mapToInt(Wish::slices).sum();
  }

  boolean ofCampaigns() {
    return report.equals(Slice.PERFORMANCE) && level.equals(Level.CAMPAIGN);
  }

  private int slices() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }
}
