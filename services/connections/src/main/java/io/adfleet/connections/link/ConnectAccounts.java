package io.adfleet.connections.link;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.connections.account.ReachableStore;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionState;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.schedule.CompleteHistory;
import io.adfleet.connections.schedule.ScheduleStore;
import io.adfleet.connections.schedule.Timetable;
import io.adfleet.defaults.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Starts reading the accounts a person chose. Choosing them again changes nothing. */
@ApplicationScoped
class ConnectAccounts {

  private final ConnectionStore connections;
  private final ReachableStore reachable;
  private final AccountStore accounts;
  private final AccountsPublisher publisher;
  private final ScheduleStore schedule;
  private final CompleteHistory history;
  private final Duration interval;

  ConnectAccounts(
      ConnectionStore connections,
      ReachableStore reachable,
      AccountStore accounts,
      AccountsPublisher publisher,
      ScheduleStore schedule,
      CompleteHistory history,
      ConnectionsConfig config) {
    this.connections = connections;
    this.reachable = reachable;
    this.accounts = accounts;
    this.publisher = publisher;
    this.schedule = schedule;
    this.history = history;
    this.interval = config.schedule().interval();
  }

  /** Inside a tenant transaction; the chosen accounts as they are now. */
  Uni<Void> connect(
      SqlConnection c, UUID workspace, UUID connection, List<String> chosen, Moment moment) {
    return connections
        .lock(c, workspace, connection)
        .map(found -> usable(found.orElseThrow(ProblemException::notFound)))
        .chain(usable ->
            reachable
                .all(c, workspace, connection)
                .map(all -> Choice.of(all, chosen))
                .chain(choice -> connect(c, usable, choice, moment)));
  }

  private Uni<Void> connect(
      SqlConnection c, Connection connection, List<ReachableAccount> choice, Moment moment) {
    UUID workspace = connection.workspaceId();
    List<AdAccount> wanted =
        choice.stream().map(account -> wanted(connection, account, moment)).toList();
    List<UUID> ids = wanted.stream().map(AdAccount::id).toList();
    return accounts
        .connected(c, workspace, ids)
        .chain(before -> {
          Set<UUID> known =
              before.stream()
                  .filter(account -> account.connectionId().equals(connection.id()))
                  .map(AdAccount::id)
                  .collect(Collectors.toSet());
          List<AdAccount> fresh =
              wanted.stream().filter(account -> !known.contains(account.id())).toList();
          return update(c, connection, moment)
              .chain(() -> each(c, fresh, moment))
              .chain(() -> say(c, connection, fresh, moment))
              .chain(() -> history.complete(c, fresh, moment))
              .replaceWithVoid();
        });
  }

  private Uni<Void> update(SqlConnection c, Connection before, Moment moment) {
    Connection after = before.chosen(moment.now());
    return after.equals(before) ? Uni.createFrom().voidItem() : connections.update(c, after);
  }

  private Uni<Void> each(SqlConnection c, List<AdAccount> fresh, Moment moment) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (AdAccount account : fresh) {
      Timetable timetable = Timetable.from(account.id(), account.zoneId(), interval, moment.now());
      done =
          done.chain(() -> accounts.put(c, account, moment.now()))
              .chain(() -> schedule.add(c, account.workspaceId(), account.id(), timetable));
    }
    return done;
  }

  private Uni<Void> say(
      SqlConnection c, Connection connection, List<AdAccount> fresh, Moment moment) {
    return publisher.say(
        c, connection.workspaceId(), fresh.stream().map(AdAccount::id).toList(), moment);
  }

  private static Connection usable(Connection connection) {
    if (connection.state() == ConnectionState.NEEDS_REAUTH) {
      throw new ProblemException(
          ConnectionsProblem.NEEDS_REAUTH,
          "Authorize this connection again before choosing accounts.");
    }
    return connection;
  }

  private static AdAccount wanted(Connection connection, ReachableAccount account, Moment moment) {
    return AdAccount.connected(
        connection.workspaceId(), connection.id(), connection.platform(), account, moment.now());
  }
}
