package io.adfleet.defaults;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pool of consumers, relays, schedulers and of look-ups made before a workspace is known. Its
 * role sees every workspace, so nothing that answers a person's request may use it otherwise.
 */
@ApplicationScoped
public class Feed {

  private final Pool pool;

  Feed(@ReactiveDataSource("feed") Pool pool) {
    this.pool = pool;
  }

  public Pool pool() {
    return pool;
  }

  public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work);
  }

  /**
   * Works in parts, each in a transaction of its own, until one comes to less than a whole part;
   * answers what they come to in all.
   */
  public Uni<Integer> inParts(int part, Function<SqlConnection, Uni<Integer>> work) {
    return Uni.createFrom()
        .deferred(() -> inTransaction(work))
        .repeat()
        .whilst(done -> done == part)
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }
}
