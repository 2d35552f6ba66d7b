package io.adfleet.ingest.wanted;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Writes what is wanted. */
@ApplicationScoped
class AcceptStore {

  private static final String JOB =
      """
      insert into job (workspace_id, id, account_id, connection_id, kind, slices, traceparent,
                       requested_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict do nothing
      """;

  private static final String SLICES =
      """
      with asked as (
        select * from unnest($9::text[], $10::text[], $11::date[], $12::smallint[])
          as a (report, level, date, rank)
        order by report, level, date),
      wanted as (
        insert into wanted_slice as s (workspace_id, account_id, report, level, date,
               connection_id, external_id, currency, zone, login_customer_id, priority, rank,
               traceparent)
        select $1, $2, a.report, a.level, a.date, $3, $4, $5, $6, $7, $8, a.rank, $13
          from asked a
        on conflict (workspace_id, account_id, report, level, date) where state = 'waiting'
        do update set priority = least(s.priority, excluded.priority),
           connection_id = excluded.connection_id, external_id = excluded.external_id,
           currency = excluded.currency, zone = excluded.zone,
           login_customer_id = excluded.login_customer_id,
           traceparent = coalesce(excluded.traceparent, s.traceparent)
        returning s.id, s.report, s.level, s.date)
      insert into job_slice (workspace_id, job_id, slice_id, report, level, date)
      select $1, $14, w.id, w.report, w.level, w.date from wanted w
      """;

  /** Whether the job is new; one that is known was accepted as a whole. */
  Uni<Boolean> addJob(SqlConnection connection, Request request, int slices) {
    return connection
        .preparedQuery(JOB)
        .execute(
            Tuple.tuple()
                .addUUID(request.workspaceId())
                .addUUID(request.jobId())
                .addUUID(request.accountId())
                .addUUID(request.connectionId())
                .addString(request.kind())
                .addInteger(slices)
                .addString(request.traceparent())
                .addOffsetDateTime(request.requestedAt().atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  Uni<Void> addSlices(SqlConnection connection, Request request, List<Expansion.Asked> asked) {
    return connection
        .preparedQuery(SLICES)
        .execute(
            Tuple.tuple()
                .addUUID(request.workspaceId())
                .addUUID(request.accountId())
                .addUUID(request.connectionId())
                .addString(request.externalId())
                .addString(request.currency())
                .addString(request.zone())
                .addString(request.loginCustomerId())
                .addShort((short) Priority.of(request.kind()))
                .addArrayOfString(
                    asked.stream().map(Expansion.Asked::report).toArray(String[]::new))
                .addArrayOfString(asked.stream().map(Expansion.Asked::level).toArray(String[]::new))
                .addArrayOfLocalDate(
                    asked.stream().map(Expansion.Asked::date).toArray(LocalDate[]::new))
                .addArrayOfShort(asked.stream().map(a -> (short) a.rank()).toArray(Short[]::new))
                .addString(request.traceparent())
                .addUUID(request.jobId()))
        .replaceWithVoid();
  }
}
