package io.adfleet.local.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An account that the workspace reads.
 *
 * @param state active, disabled or no_permission
 * @param sentence what its state means for people
 * @param connectionState of the connection it is read through
 */
record ConnectedAccount(
    String id,
    String platform,
    String externalId,
    String name,
    ZoneId zone,
    String state,
    @Nullable String sentence,
    String connection,
    String connectionState) {

  /** What it is called in a comparison; two platforms may number alike. */
  String label() {
    return platform + " " + externalId;
  }

  boolean isReadable() {
    return state.equals("active") && !connectionState.equals("needs_reauth");
  }

  /** The state to show when it is not readable. */
  String shownState() {
    return state.equals("active") ? "connection " + connectionState : state;
  }

  LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }
}
