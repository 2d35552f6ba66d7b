package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.defaults.Feed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Has the accounts of every connection listed again, daily. */
@ApplicationScoped
public class ListAccountsJob {

  private static final Logger LOG = Logger.getLogger(ListAccountsJob.class);
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration EAGER = Duration.ofMinutes(10);
  private static final int BATCH = 5;

  private final Feed feed;
  private final ConnectionStore connections;
  private final ListAccountsAgain list;
  private final Clock clock;

  ListAccountsJob(Feed feed, ConnectionStore connections, ListAccountsAgain list, Clock clock) {
    this.feed = feed;
    this.connections = connections;
    this.list = list;
    this.clock = clock;
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> tick() {
    Moment moment = Moment.of(clock);
    return Uni.createFrom()
        .deferred(() -> some(moment))
        .repeat()
        .whilst(listed -> listed == BATCH)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** How many of those that are due were listed. */
  private Uni<Integer> some(Moment moment) {
    Instant now = moment.now();
    return feed.inTransaction(
            c -> connections.claimToList(c, now, now.minus(USUAL), now.minus(EAGER), BATCH))
        .chain(claimed -> all(claimed, moment).replaceWith(claimed.size()));
  }

  /** One that fails is tried tomorrow; its reason was logged where it was met. */
  private Uni<Void> all(List<Connection> claimed, Moment moment) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Connection connection : claimed) {
      done =
          done.chain(() -> list.list(connection, moment))
              .onFailure()
              .invoke(failure ->
                  LOG.warnf(
                      "The accounts of connection %s of workspace %s were not listed: %s",
                      connection.id(), connection.workspaceId(), failure.getMessage()))
              .onFailure()
              .recoverWithNull();
    }
    return done;
  }
}
