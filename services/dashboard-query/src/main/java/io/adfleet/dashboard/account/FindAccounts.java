package io.adfleet.dashboard.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the accounts a question is about. */
@ApplicationScoped
public class FindAccounts {

  private final AccountStore store;

  FindAccounts(AccountStore store) {
    this.store = store;
  }

  public Uni<Accounts> matching(SqlConnection connection, AccountFilter filter) {
    return store.all(connection).map(filter::of);
  }
}
