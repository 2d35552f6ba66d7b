package io.adfleet.connections.job;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.contracts.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks for an account to be read, once: an open job of the kind is answered instead. */
@ApplicationScoped
public class EnqueueJob {

  private final JobStore jobs;
  private final SyncRequestsPublisher publisher;

  EnqueueJob(JobStore jobs, SyncRequestsPublisher publisher) {
    this.jobs = jobs;
    this.publisher = publisher;
  }

  /** The job that was asked for, or the one that was open already. */
  public Uni<Job> enqueue(
      SqlConnection c, AdAccount account, JobKind kind, List<Wish> wishes, Moment moment) {
    return jobs.open(c, Ids.next(), account, kind, wishes, moment.now())
        .chain(opened ->
            opened.isEmpty()
                ? jobs.openOf(c, account.workspaceId(), account.id(), kind)
                : publisher
                    .say(c, opened.get(), account, wishes, moment)
                    .replaceWith(opened.get()));
  }
}
