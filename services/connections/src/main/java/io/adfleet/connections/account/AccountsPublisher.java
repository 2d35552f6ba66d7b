package io.adfleet.connections.account;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore.Said;
import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Outbox;
import io.adfleet.messaging.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Says how accounts stand, in the transaction that changes them. */
@ApplicationScoped
public class AccountsPublisher {

  private final AccountStore accounts;
  private final Outbox outbox;

  AccountsPublisher(AccountStore accounts, Outbox outbox) {
    this.accounts = accounts;
    this.outbox = outbox;
  }

  /** Says every account read through a connection. */
  public Uni<Void> sayAllOf(SqlConnection c, UUID workspace, UUID connection, Moment moment) {
    return accounts
        .raiseAllOf(c, workspace, connection, moment.now())
        .chain(said -> add(c, said, moment));
  }

  /** Says these accounts, removed ones too. */
  public Uni<Void> say(SqlConnection c, UUID workspace, Collection<UUID> ids, Moment moment) {
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : accounts.raise(c, workspace, ids, moment.now()).chain(said -> add(c, said, moment));
  }

  private Uni<Void> add(SqlConnection c, List<Said> said, Moment moment) {
    return outbox.add(
        c,
        said.stream()
            .map(one -> Outgoing.of(Topic.ACCOUNTS, state(one, moment), moment.trace()))
            .toList());
  }

  private static AccountState state(Said said, Moment moment) {
    AdAccount account = said.account();
    return new AccountState(
        account.workspaceId(),
        account.id(),
        account.connectionId(),
        account.platform(),
        account.externalId(),
        account.name(),
        account.currency(),
        account.zone(),
        account.loginCustomerId(),
        account.access().word(),
        said.connectionState(),
        account.sentence() == null ? said.connectionSentence() : account.sentence(),
        account.historyFrom(),
        account.removed(),
        moment.now(),
        account.version());
  }
}
