package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a slice is known: its last closed state and, if newer, the version that was refused. */
public record Coverage(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String report,
    String level,
    LocalDate date,
    @Nullable Closed closed,
    @Nullable Refused refused) {

  /** The slice as it was last closed: what was held equals what the manifest said. */
  public record Closed(
      long version,
      Instant observedAt,
      Instant closedAt,
      int rows,
      Figures sums,
      @Nullable Figures platformTotal) {}

  /** A manifest that did not match what was held. */
  public record Refused(long version, Instant refusedAt, String reason) {}

  public Slice slice() {
    return new Slice(workspaceId, accountId, report, level, date);
  }
}
