package io.adfleet.snapshots.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The owner's function that makes partitions. */
@ApplicationScoped
class PartitionStore {

  private static final String ENSURE = "select ensure_partition($1, $2)";

  Uni<Void> ensure(SqlClient client, Partition partition) {
    return client
        .preparedQuery(ENSURE)
        .execute(Tuple.of(partition.table(), partition.first()))
        .replaceWithVoid();
  }
}
