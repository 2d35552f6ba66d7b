package io.adfleet.connections.schedule;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.job.EnqueueJob;
import io.adfleet.connections.job.Job;
import io.adfleet.connections.job.JobKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Asks for accounts to be read right away. */
@ApplicationScoped
public class SyncNow {

  private final EnqueueJob enqueue;

  SyncNow(EnqueueJob enqueue) {
    this.enqueue = enqueue;
  }

  /** One job per account; where one is open already, that one. */
  public Uni<List<Job>> sync(SqlConnection c, List<AdAccount> accounts, Moment moment) {
    List<Job> asked = new ArrayList<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    for (AdAccount account : accounts) {
      done =
          done.chain(() ->
                  enqueue.enqueue(
                      c,
                      account,
                      JobKind.NOW,
                      SyncPlan.of(account.platform())
                          .now(account.today(moment.now()), account.readThrough()),
                      moment))
              .invoke(asked::add)
              .replaceWithVoid();
    }
    return done.replaceWith(asked);
  }
}
