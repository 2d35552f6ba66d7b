package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.range.DateRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads what is known of accounts over a range. */
@ApplicationScoped
public class ReadLedger {

  private final LedgerStore store;

  ReadLedger(LedgerStore store) {
    this.store = store;
  }

  public Uni<Ledger> of(SqlConnection connection, DateRange range, UUID[] accounts) {
    return store.days(connection, range, accounts).map(days -> new Ledger(range, days));
  }
}
