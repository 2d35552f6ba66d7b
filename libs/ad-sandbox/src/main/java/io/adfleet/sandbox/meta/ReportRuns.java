package io.adfleet.sandbox.meta;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The asynchronous reports that were ordered since this process started. */
final class ReportRuns {

  private static final int REMEMBERED = 500;
  private static final long FIRST = 990_000_000_000_000L;

  private final Map<String, ReportRun> byId =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReportRun> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** An id that nothing else has. */
  synchronized String nextId() {
    String id;
    do {
      id = Long.toString(FIRST + ThreadLocalRandom.current().nextLong(FIRST / 100));
    } while (byId.containsKey(id));
    return id;
  }

  synchronized void add(ReportRun run) {
    byId.put(run.id(), run);
  }

  synchronized @Nullable ReportRun named(String id) {
    return byId.get(id);
  }
}
