package io.adfleet.connections.job;

import io.adfleet.connections.job.Job.Dates;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why an account is read. */
public enum JobKind {
  /** Its history, when it is connected. */
  BACKFILL,
  /** Today, every few minutes. */
  LIVE,
  /** The last dates again, at night. */
  NIGHTLY,
  /** Somebody asked. */
  NOW;

  /** The word in the database, the API and on topics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dates whose campaigns are read after their end; none of a live job, which may read
   * yesterday while the platform still books into it.
   */
  @Nullable Dates closes(List<Wish> wishes) {
    if (this == LIVE) {
      return null;
    }
    return wishes.stream()
        .filter(Wish::ofCampaigns)
        .filter(wish -> wish.from().isBefore(wish.to()))
        .map(wish -> new Dates(wish.from(), wish.to().minusDays(1)))
        .findFirst()
        .orElse(null);
  }

  static JobKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
