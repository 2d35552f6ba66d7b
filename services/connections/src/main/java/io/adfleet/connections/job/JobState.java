package io.adfleet.connections.job;

import java.util.Locale;
import java.util.Optional;

/** How a job stands. */
public enum JobState {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  /** Ended, and some slices were given up. */
  PARTIAL,
  FAILED,
  CANCELLED;

  /** The word in the database and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean ended() {
    return this != QUEUED && this != RUNNING;
  }

  static JobState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Optional<JobState> find(String word) {
    for (JobState state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
