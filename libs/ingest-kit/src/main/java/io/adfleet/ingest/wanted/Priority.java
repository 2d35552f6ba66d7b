package io.adfleet.ingest.wanted;

/** In which order kinds of jobs are served; the lower comes first. */
public final class Priority {

  public static final int NOW = 0;
  public static final int LIVE = 1;
  public static final int NIGHTLY = 2;
  public static final int BACKFILL = 3;

  private Priority() {}

  /** The priority of a job kind; an unknown kind is an error. */
  static int of(String kind) {
    return switch (kind) {
      case "now" -> NOW;
      case "live" -> LIVE;
      case "nightly" -> NIGHTLY;
      case "backfill" -> BACKFILL;
      default -> throw new IllegalArgumentException("no such kind of job: " + kind);
    };
  }

  /** Whether what is read belongs on the backfill topic, where it never delays the living. */
  public static boolean isBackfill(int priority) {
    return priority == BACKFILL;
  }
}
