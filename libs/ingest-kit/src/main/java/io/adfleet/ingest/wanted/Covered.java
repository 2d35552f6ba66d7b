package io.adfleet.ingest.wanted;

import java.time.LocalDate;
import java.util.UUID;

/** A version of a slice that the snapshot store has closed or refused. */
record Covered(
    UUID workspaceId, UUID accountId, String report, String level, LocalDate date, long version) {

  String name() {
    return report + "/" + level + "/" + date;
  }
}
