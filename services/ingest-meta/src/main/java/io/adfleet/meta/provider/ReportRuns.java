package io.adfleet.meta.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.ingest.platform.AdAccount;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import io.adfleet.meta.MetaConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Reports that Meta works on by itself: ordered, then looked at until they end. */
@ApplicationScoped
class ReportRuns {

  private static final Logger LOG = Logger.getLogger(ReportRuns.class);
  private static final int ALL = 100;

  private final GraphCalls calls;
  private final MetaConfig.Insights config;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ReportRuns(GraphCalls calls, MetaConfig config) {
    this.calls = calls;
    this.config = config.insights();
  }

  /** Orders a report; its id. */
  String order(AdAccount account, Map<String, Object> parameters) {
    String answer =
        calls.post(account, "insights_async", GraphCalls.node(account) + "/insights", parameters);
    String id = GraphCalls.tree(answer).path("report_run_id").asText("");
    if (id.isEmpty()) {
      throw new PlatformException(Failures.passing("report_without_id"));
    }
    return id;
  }

  /** Waits for its end; false if it failed or takes too long to be worth waiting for. */
  boolean completes(AdAccount account, String run) {
    long ordered = System.nanoTime();
    Duration wait = config.firstLook();
    while (true) {
      pause(wait);
      JsonNode report =
          GraphCalls.tree(
              calls.get(
                  account,
                  "report_run",
                  run,
                  Map.of("fields", "async_status,async_percent_completion")));
      String status = report.path("async_status").asText();
      Duration since = Duration.ofNanos(System.nanoTime() - ordered);
      switch (status) {
        case "Job Completed" -> {
          if (report.path("async_percent_completion").asInt() >= ALL) {
            return true;
          }
        }
        case "Job Failed", "Job Skipped" -> {
          return given(account, status);
        }
        case "Job Not Started" -> {
          if (since.compareTo(config.startWithin()) > 0) {
            return given(account, "not started in time");
          }
        }
        default -> {
          // It is being worked on.
        }
      }
      if (since.compareTo(config.endWithin()) > 0) {
        return given(account, "not ended in time");
      }
      Duration longer = wait.multipliedBy(3).dividedBy(2);
      wait = longer.compareTo(config.slowestLook()) > 0 ? config.slowestLook() : longer;
    }
  }

  private static boolean given(AdAccount account, String why) {
    LOG.infof("A report of account %s came to nothing: %s", account.externalId(), why);
    return false;
  }

  private void pause(Duration wait) {
    try {
      if (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new PlatformException(
        Failure.of(FailureKind.OURS, "stopping", "Reading goes on after a restart."));
  }

  /** Before the workers say farewell, so that none of them waits for Meta then. */
  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
  }
}
