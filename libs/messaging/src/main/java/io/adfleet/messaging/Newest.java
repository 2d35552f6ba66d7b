package io.adfleet.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The newest of each key in a poll: one statement may not touch a row twice. */
public final class Newest {

  private Newest() {}

  /** Of equal versions the later one stands. */
  public static <T, K> List<T> of(List<T> heard, Function<T, K> key, ToLongFunction<T> version) {
    Map<K, T> newest = new LinkedHashMap<>();
    for (T one : heard) {
      newest.merge(
          key.apply(one),
          one,
          (kept, next) -> version.applyAsLong(next) >= version.applyAsLong(kept) ? next : kept);
    }
    return new ArrayList<>(newest.values());
  }
}
