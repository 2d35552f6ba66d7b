package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.connections.account.ReachableStore;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.job.JobStore;
import io.adfleet.connections.schedule.ScheduleStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stops reading through a connection. Its accounts keep their ids, so connecting again goes on. */
@ApplicationScoped
class RemoveConnection {

  private final ConnectionStore connections;
  private final ReachableStore reachable;
  private final AccountStore accounts;
  private final AccountsPublisher publisher;
  private final ScheduleStore schedule;
  private final JobStore jobs;

  RemoveConnection(
      ConnectionStore connections,
      ReachableStore reachable,
      AccountStore accounts,
      AccountsPublisher publisher,
      ScheduleStore schedule,
      JobStore jobs) {
    this.connections = connections;
    this.reachable = reachable;
    this.accounts = accounts;
    this.publisher = publisher;
    this.schedule = schedule;
    this.jobs = jobs;
  }

  /** Inside a tenant transaction, after the credential is destroyed. */
  Uni<Void> remove(SqlConnection c, UUID workspace, UUID connection, Moment moment) {
    return jobs.cancelAllOf(c, workspace, connection, moment.now())
        .chain(() -> connections.remove(c, workspace, connection, moment.now()))
        .chain(() -> reachable.forget(c, workspace, connection))
        .chain(() -> accounts.removeAllOf(c, workspace, connection))
        .call(ids -> schedule.forget(c, workspace, ids))
        .chain(ids -> publisher.say(c, workspace, ids, moment));
  }
}
