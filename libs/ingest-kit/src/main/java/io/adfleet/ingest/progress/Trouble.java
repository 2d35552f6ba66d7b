package io.adfleet.ingest.progress;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a job's way.
 *
 * @param kind the word other services know it by
 * @param sentence for the user
 * @param slice what it is about; null if it is about the account
 */
public record Trouble(String kind, String sentence, @Nullable String slice) {

  public static final String REFUSED_SLICE = "refused_slice";
  static final String RATE_LIMITED = "rate_limited";
}
