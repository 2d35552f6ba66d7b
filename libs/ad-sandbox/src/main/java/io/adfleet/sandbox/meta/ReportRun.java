package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.control.Fault;
import io.adfleet.sandbox.world.Account;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous report. It gets on each time it is looked at: not started, running, at its end.
 * While it still runs it already says that all of it is done.
 */
final class ReportRun {

  private static final int RUNNING = 2;
  private static final int OVER = 3;
  private static final int ALL = 100;

  private final String id;
  private final Account account;
  private final InsightsQuery query;
  private final Instant orderedAt;
  private final Fault.@Nullable Type ending;
  private final Supplier<Pages.Listing> work;
  private int looks;

  /**
   * A report.
   *
   * @param ending how it goes wrong, or null if it doesn't
   * @param work what makes its rows, the same every time
   */
  ReportRun(
      String id,
      Account account,
      InsightsQuery query,
      Instant orderedAt,
      Fault.@Nullable Type ending,
      Supplier<Pages.Listing> work) {
    this.id = id;
    this.account = account;
    this.query = query;
    this.orderedAt = orderedAt;
    this.ending = ending;
    this.work = work;
  }

  String id() {
    return id;
  }

  Account account() {
    return account;
  }

  String resource() {
    return query.resource();
  }

  /** Someone looks at it. */
  synchronized void look() {
    looks = Math.min(looks + 1, OVER);
  }

  /** Whether it has ended well. */
  synchronized boolean isComplete() {
    return looks == OVER && ending == null;
  }

  /** Its rows. */
  Pages.Listing result() {
    return work.get();
  }

  /** What the node says. */
  synchronized Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("account_id", account.id());
    view.put("time_ref", orderedAt.getEpochSecond());
    view.put("async_status", "Job " + status());
    view.put("async_percent_completion", percent());
    view.put("is_running", status().equals("Running"));
    view.put("date_start", query.spans().getFirst().since().toString());
    view.put("date_stop", query.spans().getLast().until().toString());
    if (isComplete()) {
      view.put("time_completed", orderedAt.getEpochSecond());
    }
    return view;
  }

  private String status() {
    if (looks < RUNNING || ending == Fault.Type.ASYNC_JOB_STALLED) {
      return "Not Started";
    }
    if (looks < OVER) {
      return "Running";
    }
    if (ending == null) {
      return "Completed";
    }
    return ending == Fault.Type.ASYNC_JOB_SKIPPED ? "Skipped" : "Failed";
  }

  private int percent() {
    if (looks < RUNNING || ending == Fault.Type.ASYNC_JOB_STALLED) {
      return 0;
    }
    return ending == null ? ALL : ALL / 2;
  }
}
