package io.adfleet.connections.schedule;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.job.EnqueueJob;
import io.adfleet.connections.job.Job;
import io.adfleet.connections.job.JobKind;
import io.adfleet.connections.job.JobState;
import io.adfleet.connections.job.JobStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks once more for the history of accounts whose backfill didn't end well. */
@ApplicationScoped
public class CompleteHistory {

  private final JobStore jobs;
  private final EnqueueJob enqueue;

  CompleteHistory(JobStore jobs, EnqueueJob enqueue) {
    this.jobs = jobs;
    this.enqueue = enqueue;
  }

  /** The backfills that were asked for; none of accounts that have their history or wait for it. */
  public Uni<List<Job>> complete(SqlConnection c, List<AdAccount> accounts, Moment moment) {
    if (accounts.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    UUID workspace = accounts.getFirst().workspaceId();
    return jobs.newest(
            c, workspace, accounts.stream().map(AdAccount::id).toList(), JobKind.BACKFILL)
        .chain(newest -> {
          Set<UUID> fine =
              newest.stream()
                  .filter(job -> !job.state().ended() || job.state() == JobState.SUCCEEDED)
                  .map(Job::accountId)
                  .collect(Collectors.toSet());
          List<Job> asked = new ArrayList<>();
          Uni<Void> done = Uni.createFrom().voidItem();
          for (AdAccount account : accounts) {
            if (!fine.contains(account.id())) {
              done =
                  done.chain(() ->
                          enqueue.enqueue(
                              c,
                              account,
                              JobKind.BACKFILL,
                              SyncPlan.of(account.platform()).backfill(account.today(moment.now())),
                              moment))
                      .invoke(asked::add)
                      .replaceWithVoid();
            }
          }
          return done.replaceWith(asked);
        });
  }
}
