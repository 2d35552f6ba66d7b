package io.adfleet.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.local.process.Pause;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until every job has ended and every asked date is covered, saying how far it is. */
final class Waiting {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int SAY_EVERY = 5;

  private final Workspace workspace;
  private final PrintStream out;
  private final Clock clock;

  Waiting(Workspace workspace, PrintStream out, Clock clock) {
    this.workspace = workspace;
    this.out = out;
    this.clock = clock;
  }

  /** Gives up at the deadline; what is missing then shows as differences. */
  void await(long deadline) {
    long begun = System.nanoTime();
    for (int look = 1; ; look++) {
      List<ConnectedAccount> accounts =
          workspace.accounts().stream().filter(ConnectedAccount::isReadable).toList();
      String left = left(accounts);
      if (left.isEmpty()) {
        return;
      }
      long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
      if (System.nanoTime() > deadline) {
        out.println("gave up waiting after " + seconds + " s: " + left);
        return;
      }
      if (look % SAY_EVERY == 0) {
        out.println("  " + seconds + " s: " + left);
      }
      Pause.of(LOOK_EVERY);
    }
  }

  private String left(List<ConnectedAccount> accounts) {
    Set<String> ids = accounts.stream().map(ConnectedAccount::id).collect(Collectors.toSet());
    List<JsonNode> jobs =
        workspace.unfinishedJobs().stream()
            .filter(job -> ids.contains(job.path("account_id").asText()))
            .toList();
    if (!jobs.isEmpty()) {
      int done = jobs.stream().mapToInt(job -> job.path("slices").path("done").asInt()).sum();
      int of = jobs.stream().mapToInt(job -> job.path("slices").path("of").asInt()).sum();
      return jobs.size() + " jobs running, " + done + " of " + of + " slices read";
    }
    Instant now = clock.instant();
    int missing = 0;
    for (ConnectedAccount account : accounts) {
      LocalDate last = account.today(now);
      LocalDate end = last.isAfter(workspace.today(now)) ? workspace.today(now) : last;
      missing += workspace.missing(account, VerifyCommand.firstDate(last), end);
    }
    return missing == 0 ? "" : missing + " dates not covered yet";
  }
}
