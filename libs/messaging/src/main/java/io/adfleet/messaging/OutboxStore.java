package io.adfleet.messaging;

import io.adfleet.contracts.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox table of this service's database. */
@ApplicationScoped
class OutboxStore {

  /** Any number: one relay at a time holds it, in the transaction that relays. */
  private static final long RELAY_LOCK = 6_210_471;

  private static final String ADD =
      """
      insert into outbox (workspace_id, event_id, topic, key, ordering, type, payload, traceparent)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                           $7::bytea[], $8::text[])
      """;
  private static final String LOCK = "select pg_try_advisory_xact_lock($1)";
  private static final String NEXT =
      """
      select id, workspace_id, event_id, topic, key, ordering, type, payload, traceparent
        from outbox order by id limit $1 for update skip locked
      """;
  private static final String FORGET = "delete from outbox where id = any($1)";

  /** A row and what it says. */
  record Waiting(long id, Outgoing said) {}

  Uni<Void> add(SqlConnection connection, List<Outgoing> records) {
    int n = records.size();
    UUID[] workspaces = new UUID[n];
    UUID[] ids = new UUID[n];
    String[] topics = new String[n];
    String[] keys = new String[n];
    String[] orders = new String[n];
    String[] types = new String[n];
    Buffer[] payloads = new Buffer[n];
    String[] traces = new String[n];
    for (int i = 0; i < n; i++) {
      Outgoing said = records.get(i);
      workspaces[i] = said.workspaceId();
      ids[i] = said.id();
      topics[i] = said.topic().name();
      keys[i] = said.key();
      orders[i] = said.order();
      types[i] = said.type();
      payloads[i] = Buffer.buffer(said.value());
      traces[i] = said.traceparent();
    }
    List<Object> values = new ArrayList<>();
    values.add(workspaces);
    values.add(ids);
    values.add(topics);
    values.add(keys);
    values.add(orders);
    values.add(types);
    values.add(payloads);
    values.add(traces);
    return connection.preparedQuery(ADD).execute(Tuple.tuple(values)).replaceWithVoid();
  }

  Uni<Boolean> tryLock(SqlConnection connection) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(RELAY_LOCK))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  Uni<List<Waiting>> next(SqlConnection connection, int limit) {
    return connection
        .preparedQuery(NEXT)
        .execute(Tuple.of(limit))
        .map(rows -> {
          List<Waiting> waiting = new ArrayList<>();
          for (Row row : rows) {
            waiting.add(
                new Waiting(
                    row.getLong("id"),
                    new Outgoing(
                        row.getUUID("event_id"),
                        Topic.valueOf(row.getString("topic")),
                        row.getString("key"),
                        row.getString("ordering"),
                        row.getUUID("workspace_id"),
                        row.getString("type"),
                        row.getBuffer("payload").getBytes(),
                        row.getString("traceparent"))));
          }
          return waiting;
        });
  }

  Uni<Void> forget(SqlConnection connection, List<Waiting> said) {
    Long[] ids = said.stream().map(Waiting::id).toArray(Long[]::new);
    return connection.preparedQuery(FORGET).execute(Tuple.of(ids)).replaceWithVoid();
  }
}
