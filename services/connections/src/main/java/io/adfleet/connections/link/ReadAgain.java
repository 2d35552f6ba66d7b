package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.schedule.CompleteHistory;
import io.adfleet.connections.schedule.SyncNow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has accounts read at once that can be read again, with the history they still lack. */
@ApplicationScoped
class ReadAgain {

  private final SyncNow syncNow;
  private final CompleteHistory history;

  ReadAgain(SyncNow syncNow, CompleteHistory history) {
    this.syncNow = syncNow;
    this.history = history;
  }

  Uni<Void> read(SqlConnection c, List<AdAccount> accounts, Moment moment) {
    return syncNow
        .sync(c, accounts, moment)
        .chain(() -> history.complete(c, accounts, moment))
        .replaceWithVoid();
  }
}
