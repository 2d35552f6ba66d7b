package io.adfleet.defaults;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tenant transaction: every statement in it sees and writes rows of one workspace only, because
 * row-level security compares them with a setting that ends with the transaction.
 */
@ApplicationScoped
public class Tenants {

  private static final String BIND = "select set_config('app.workspace_id', $1, true)";

  private static final String ONE_MOMENT =
      "set transaction isolation level repeatable read, read only";

  private final Pool pool;

  Tenants(Pool pool) {
    this.pool = pool;
  }

  /** Runs work in one transaction of the workspace; the binding and its first query go together. */
  public <T> Uni<T> inWorkspace(UUID workspace, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(connection -> bound(connection, workspace, work));
  }

  /** The same for reads of several statements that must all see one moment. */
  public <T> Uni<T> atOneMoment(UUID workspace, Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(connection ->
        Uni.combine()
            .all()
            .unis(
                connection.query(ONE_MOMENT).execute(),
                Uni.createFrom().<T>deferred(() -> bound(connection, workspace, work)))
            .with((set, result) -> result));
  }

  private static <T> Uni<T> bound(
      SqlConnection connection, UUID workspace, Function<SqlConnection, Uni<T>> work) {
    return Uni.combine()
        .all()
        .unis(
            connection.preparedQuery(BIND).execute(Tuple.of(workspace.toString())),
            Uni.createFrom().<T>deferred(() -> work.apply(connection)))
        .with((bound, result) -> result);
  }
}
