package io.adfleet.dashboard.readmodel;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One date of one account: what is recomputed together. */
record AccountDate(UUID workspaceId, UUID accountId, LocalDate date) {

  /** Rows of workspace, account and date. */
  static List<AccountDate> of(RowSet<Row> rows) {
    List<AccountDate> dates = new ArrayList<>(rows.size());
    for (Row row : rows) {
      dates.add(new AccountDate(row.getUUID(0), row.getUUID(1), row.getLocalDate(2)));
    }
    return dates;
  }
}
