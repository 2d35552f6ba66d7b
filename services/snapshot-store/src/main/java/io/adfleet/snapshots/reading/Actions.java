package io.adfleet.snapshots.reading;

import io.adfleet.contracts.ActionCount;
import io.adfleet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells beside a figure. Types of actions overlap, so nothing here is ever summed.
 *
 * @param clicksAll clicks of every kind
 * @param counted the types of actions as JSON; null where there were none
 */
record Actions(@Nullable Long clicksAll, @Nullable String counted) {

  /** Null of a reading that tells neither. */
  static @Nullable Actions of(@Nullable Long clicksAll, @Nullable List<ActionCount> actions) {
    return clicksAll == null && actions == null
        ? null
        : new Actions(
            clicksAll,
            actions == null ? null : new String(Json.bytes(actions), StandardCharsets.UTF_8));
  }
}
