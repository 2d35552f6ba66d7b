package io.adfleet.snapshots.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The owner's functions that make and drop partitions, and the catalog that lists them. */
@ApplicationScoped
class PartitionStore {

  private static final String ENSURE = "select ensure_partition($1, $2)";
  private static final String DROP = "select drop_partition($1, $2)";

  /** A partition is named by its table and its first date: {@code slot_2026_11_20}. */
  private static final String DAYS =
      """
      select to_date(substr(c.relname, length($1) + 2) || '_01', 'YYYY_MM_DD') as day
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = to_regclass('public.' || quote_ident($1)) and c.relkind = 'r'
       order by 1
      """;

  Uni<Void> ensure(SqlClient client, Partition partition) {
    return client
        .preparedQuery(ENSURE)
        .execute(Tuple.of(partition.table(), partition.first()))
        .replaceWithVoid();
  }

  Uni<Void> drop(SqlClient client, Partition partition) {
    return client
        .preparedQuery(DROP)
        .execute(Tuple.of(partition.table(), partition.first()))
        .replaceWithVoid();
  }

  Uni<List<LocalDate>> daysOf(SqlClient client, String table) {
    return client
        .preparedQuery(DAYS)
        .execute(Tuple.of(table))
        .map(rows -> {
          List<LocalDate> days = new ArrayList<>(rows.size());
          for (Row row : rows) {
            days.add(row.getLocalDate(0));
          }
          return days;
        });
  }
}
