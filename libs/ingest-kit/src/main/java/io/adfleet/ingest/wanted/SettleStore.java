package io.adfleet.ingest.wanted;

import io.adfleet.defaults.Columns;
import io.adfleet.ingest.progress.JobKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of slices: covered, refused, given up. Each answers with the jobs it concerns. */
@ApplicationScoped
class SettleStore {

  private static final String COVERED =
      """
      with heard as (
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[],
                             $6::bigint[])
          as h (workspace_id, account_id, report, level, date, version)),
      gone as (
        delete from wanted_slice s using heard h
         where s.workspace_id = h.workspace_id and s.account_id = h.account_id
           and s.report = h.report and s.level = h.level and s.date = h.date
           and s.state <> 'waiting' and s.version <= h.version
        returning s.workspace_id, s.id),
      done as (
        update job_slice l set state = 'done' from gone g
         where l.workspace_id = g.workspace_id and l.slice_id = g.id and l.state = 'open'
        returning l.workspace_id, l.job_id)
      select distinct workspace_id, job_id from done
      """;

  private static final String DONE =
      """
      with gone as (
        delete from wanted_slice where lease = $1 and state = 'reading'
        returning workspace_id, id),
      done as (
        update job_slice l set state = 'done' from gone g
         where l.workspace_id = g.workspace_id and l.slice_id = g.id and l.state = 'open'
        returning l.workspace_id, l.job_id)
      select distinct workspace_id, job_id from done
      """;

  private static final String GIVEN_UP =
      """
      with gone as (
        delete from wanted_slice
         where workspace_id = $1 and id = $2 and version = $3 and state <> 'waiting'
        returning workspace_id, id),
      failed as (
        update job_slice l set state = 'failed' from gone g
         where l.workspace_id = g.workspace_id and l.slice_id = g.id and l.state = 'open'
        returning l.workspace_id, l.job_id)
      select distinct workspace_id, job_id from failed
      """;

  /** Everything of an account ($3 null: of a connection) that waits or is held by this lease. */
  private static final String ABANDONED =
      """
      with gone as (
        delete from wanted_slice
         where workspace_id = $1 and connection_id = $2
           and ($3::uuid is null or account_id = $3) and (state = 'waiting' or lease = $4)
        returning workspace_id, id),
      jobs as (
        select distinct l.workspace_id, l.job_id from job_slice l join gone g
            on l.workspace_id = g.workspace_id and l.slice_id = g.id
         where l.state = 'open'),
      failed as (
        update job_slice l set state = 'failed' from jobs j
         where l.workspace_id = j.workspace_id and l.job_id = j.job_id and l.state = 'open')
      select workspace_id, job_id from jobs
      """;

  private static final String REFUSED =
      """
      select id, date, version, attempts, refusals, lapses, traceparent from wanted_slice
       where workspace_id = $1 and account_id = $2 and report = $3 and level = $4 and date = $5
         and state <> 'waiting' and version = $6
       for update
      """;

  private static final String WAITERS =
      """
      select distinct l.workspace_id, l.job_id
        from wanted_slice s join job_slice l on l.workspace_id = s.workspace_id and l.slice_id = s.id
       where l.state = 'open' and (s.lease = $1
          or (s.state = 'waiting' and ($2::text is null or s.external_id = $2)))
      """;

  Uni<List<JobKey>> covered(SqlConnection connection, List<Covered> heard) {
    List<Object> columns =
        Columns.of(heard)
            .uuid(Covered::workspaceId)
            .uuid(Covered::accountId)
            .text(Covered::report)
            .text(Covered::level)
            .date(Covered::date)
            .number(Covered::version)
            .arrays();
    return connection.preparedQuery(COVERED).execute(Tuple.tuple(columns)).map(SettleStore::jobs);
  }

  /** What a lease holds is done without waiting for coverage. */
  Uni<List<JobKey>> done(SqlConnection connection, UUID lease) {
    return connection.preparedQuery(DONE).execute(Tuple.of(lease)).map(SettleStore::jobs);
  }

  Uni<List<JobKey>> givenUp(SqlConnection connection, UUID workspace, UUID id, long version) {
    return connection
        .preparedQuery(GIVEN_UP)
        .execute(Tuple.of(workspace, id, version))
        .map(SettleStore::jobs);
  }

  Uni<List<JobKey>> abandoned(SqlConnection connection, Claim claim, boolean wholeConnection) {
    return connection
        .preparedQuery(ABANDONED)
        .execute(
            Tuple.tuple()
                .addUUID(claim.workspaceId())
                .addUUID(claim.connectionId())
                .addUUID(wholeConnection ? null : claim.accountId())
                .addUUID(claim.lease()))
        .map(SettleStore::jobs);
  }

  /** The slice that was refused at this version, if it is still ours to read again. */
  Uni<Claim.@Nullable Held> refused(SqlConnection connection, Covered heard) {
    return connection
        .preparedQuery(REFUSED)
        .execute(
            Tuple.tuple()
                .addUUID(heard.workspaceId())
                .addUUID(heard.accountId())
                .addString(heard.report())
                .addString(heard.level())
                .addLocalDate(heard.date())
                .addLong(heard.version()))
        .map(rows -> {
          for (Row row : rows) {
            return new Claim.Held(
                row.getUUID("id"),
                row.getLocalDate("date"),
                row.getLong("version"),
                row.getInteger("attempts"),
                row.getInteger("refusals"),
                row.getInteger("lapses"),
                row.getString("traceparent"));
          }
          return null;
        });
  }

  /** Jobs that wait for this lease's slices or for waiting ones of an account (null: of any). */
  Uni<List<JobKey>> waiters(SqlConnection connection, UUID lease, @Nullable String externalId) {
    return connection
        .preparedQuery(WAITERS)
        .execute(Tuple.tuple().addUUID(lease).addString(externalId))
        .map(SettleStore::jobs);
  }

  private static List<JobKey> jobs(RowSet<Row> rows) {
    List<JobKey> jobs = new ArrayList<>(rows.size());
    for (Row row : rows) {
      jobs.add(new JobKey(row.getUUID("workspace_id"), row.getUUID("job_id")));
    }
    return jobs;
  }
}
