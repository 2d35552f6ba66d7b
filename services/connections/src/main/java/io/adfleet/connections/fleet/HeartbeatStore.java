package io.adfleet.connections.fleet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last heartbeat of every instance. */
@ApplicationScoped
class HeartbeatStore {

  private static final String PUT =
      """
      insert into service_heartbeat (service, instance, version, port, started_at, at, ready, stopping)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (service, instance) do update
        set version = excluded.version, port = excluded.port, started_at = excluded.started_at,
            at = excluded.at, ready = excluded.ready, stopping = excluded.stopping
        where excluded.at >= service_heartbeat.at or excluded.started_at > service_heartbeat.started_at
      """;
  private static final String FORGET = "delete from service_heartbeat where at < $1";
  private static final String ALL =
      """
      select service, instance, version, port, started_at, at, ready, stopping
        from service_heartbeat order by service, instance
      """;

  Uni<Void> put(SqlClient feed, List<LivingService> heard) {
    List<Tuple> rows =
        heard.stream()
            .map(one ->
                Tuple.from(
                    Arrays.asList(
                        one.service(),
                        one.instance(),
                        one.version(),
                        one.port(),
                        one.startedAt().atOffset(ZoneOffset.UTC),
                        one.at().atOffset(ZoneOffset.UTC),
                        one.ready(),
                        one.stopping())))
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : feed.preparedQuery(PUT).executeBatch(rows).replaceWithVoid();
  }

  /** Instances that fell silent long ago. */
  Uni<Void> forget(SqlClient feed, Instant silentSince) {
    return feed.preparedQuery(FORGET)
        .execute(Tuple.of(silentSince.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<List<LivingService>> all(SqlClient client) {
    return client
        .preparedQuery(ALL)
        .execute()
        .map(rows -> {
          List<LivingService> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new LivingService(
                    row.getString("service"),
                    row.getString("instance"),
                    row.getString("version"),
                    row.getInteger("port"),
                    row.getOffsetDateTime("started_at").toInstant(),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getBoolean("ready"),
                    row.getBoolean("stopping")));
          }
          return all;
        });
  }
}
