package io.adfleet.connections.connection;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.defaults.Feed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ends the rest of rate-limited connections whose time has come. */
@ApplicationScoped
public class WakeRestedConnections {

  private static final int BATCH = 100;

  private final Feed feed;
  private final ConnectionStore connections;
  private final AccountsPublisher publisher;

  WakeRestedConnections(Feed feed, ConnectionStore connections, AccountsPublisher publisher) {
    this.feed = feed;
    this.connections = connections;
    this.publisher = publisher;
  }

  /** One batch; the next tick takes the next. */
  public Uni<Void> wake(Moment moment) {
    return feed.inTransaction(
        c -> connections.rested(c, moment.now(), BATCH).chain(rested -> all(c, rested, moment)));
  }

  private Uni<Void> all(SqlConnection c, List<Connection> rested, Moment moment) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Connection before : rested) {
      Connection after = before.healed(moment.now());
      done =
          done.chain(() -> connections.update(c, after))
              .chain(() -> publisher.sayAllOf(c, after.workspaceId(), after.id(), moment));
    }
    return done;
  }
}
