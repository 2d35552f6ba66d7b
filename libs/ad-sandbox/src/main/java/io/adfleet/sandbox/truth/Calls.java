package io.adfleet.sandbox.truth;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each account was asked what, since this process started. */
public final class Calls {

  private record Key(String platform, String accountId, String operation, String resource) {}

  /** One kind of request and its number. */
  public record Counted(
      String platform, String accountId, String operation, String resource, long requests) {}

  private final Map<Key, AtomicLong> counts = new ConcurrentHashMap<>();

  /** Counts one request. */
  public void count(String platform, String accountId, String operation, String resource) {
    counts
        .computeIfAbsent(new Key(platform, accountId, operation, resource), key -> new AtomicLong())
        .incrementAndGet();
  }

  List<Counted> all() {
    return counts.entrySet().stream()
        .map(entry ->
            new Counted(
                entry.getKey().platform(),
                entry.getKey().accountId(),
                entry.getKey().operation(),
                entry.getKey().resource(),
                entry.getValue().get()))
        .sorted(
            Comparator.comparing(Counted::platform)
                .thenComparing(Counted::accountId)
                .thenComparing(Counted::operation)
                .thenComparing(Counted::resource))
        .toList();
  }
}
