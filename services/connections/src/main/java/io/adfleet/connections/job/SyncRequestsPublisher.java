package io.adfleet.connections.job;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.contracts.SyncRequested;
import io.adfleet.contracts.SyncRequested.Wanted;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Outbox;
import io.adfleet.messaging.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says to the platform's ingest service what it should read. */
@ApplicationScoped
class SyncRequestsPublisher {

  private final Outbox outbox;

  SyncRequestsPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  Uni<Void> say(SqlConnection c, Job job, AdAccount account, List<Wish> wishes, Moment moment) {
    SyncRequested request =
        new SyncRequested(
            job.workspaceId(),
            account.id(),
            account.connectionId(),
            job.id(),
            job.kind().word(),
            account.externalId(),
            account.currency(),
            account.zone(),
            account.loginCustomerId(),
            wishes.stream()
                .map(wish -> new Wanted(wish.report(), wish.level(), wish.from(), wish.to()))
                .toList(),
            moment.now());
    return outbox.add(
        c, List.of(Outgoing.of(Topic.syncRequested(account.platform()), request, moment.trace())));
  }
}
