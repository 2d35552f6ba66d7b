package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Closes a slice: so many rows of this version there are, and no others.
 *
 * @param total the platform's own total of the account, where it says one
 */
record Manifest(
    UUID workspace,
    UUID account,
    String platform,
    String report,
    String level,
    LocalDay day,
    long version,
    Instant observedAt,
    String currency,
    int rows,
    Measures sums,
    @Nullable Measures total,
    @Nullable String trace) {

  /** What a slice holds when its manifest is looked at. */
  record Holding(
      int rowsOfVersion,
      int newerRows,
      @Nullable Long closedVersion,
      @Nullable Long refusedVersion) {}

  /** What becomes of a manifest. */
  sealed interface Verdict {
    /** Something newer is known already: ignored. */
    record Late() implements Verdict {}

    /** All rows are held: the slice closes, and what it no longer says becomes zero. */
    record Closes() implements Verdict {}

    /** Not what is held: nothing is zeroed, coverage keeps its last closed state. */
    record Refused(String reason) implements Verdict {}
  }

  SliceKey slice() {
    return new SliceKey(workspace, account, report, level, day.date());
  }

  Verdict against(Holding holding) {
    if (holding.newerRows() > 0
        || isNewer(holding.closedVersion())
        || isNewer(holding.refusedVersion())) {
      return new Verdict.Late();
    }
    return holding.rowsOfVersion() == rows
        ? new Verdict.Closes()
        : new Verdict.Refused(
            "the manifest says %d rows, %d are held".formatted(rows, holding.rowsOfVersion()));
  }

  private boolean isNewer(@Nullable Long other) {
    return other != null && other > version;
  }
}
