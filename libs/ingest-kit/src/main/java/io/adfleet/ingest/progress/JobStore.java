package io.adfleet.ingest.progress;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs and their counts. */
@ApplicationScoped
class JobStore {

  private static final String LOCK =
      """
      select id from job
       where (workspace_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
       order by workspace_id, id for update
      """;

  /** Forgets that the platform made us wait once the wait is over and something was read. */
  private static final String COUNT =
      """
      update job j
         set done = c.done, failed = c.failed, unsaid = true,
             failure_kind = case when j.retry_at <= $3 then null else j.failure_kind end,
             sentence = case when j.retry_at <= $3 then null else j.sentence end,
             retry_at = case when j.retry_at <= $3 then null else j.retry_at end
        from (select workspace_id, job_id, count(*) filter (where state = 'done') as done,
                     count(*) filter (where state = 'failed') as failed
                from job_slice
               where (workspace_id, job_id) in (select * from unnest($1::uuid[], $2::uuid[]))
               group by workspace_id, job_id
              union all
              select j0.workspace_id, j0.id, 0, 0 from job j0
               where (j0.workspace_id, j0.id) in (select * from unnest($1::uuid[], $2::uuid[]))
                 and j0.slices = 0) c
       where j.workspace_id = c.workspace_id and j.id = c.job_id and j.state = 'running'
      returning j.*
      """;

  private static final String END =
      """
      update job
         set state = $3, version = version + 1, unsaid = false, said_at = clock_timestamp(),
             retry_at = null,
             failure_kind = case when $3 = 'succeeded' then null else failure_kind end,
             sentence = case when $3 = 'succeeded' then null else sentence end,
             slice = case when $3 = 'succeeded' then null else slice end,
             ended_at = clock_timestamp()
       where workspace_id = $1 and id = $2 and state = 'running'
      returning *
      """;

  /** The first trouble stays with the job: it is what the others follow from. */
  private static final String TROUBLE =
      """
      update job
         set failure_kind = case when slice is null then $3 else failure_kind end,
             sentence = case when slice is null then $4 else sentence end,
             slice = coalesce(slice, $5), retry_at = null,
             version = version + 1, said_at = clock_timestamp()
       where (workspace_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
         and state = 'running'
      returning *
      """;

  /** Said again and again while a quota is used up, it is news once. */
  private static final String LIMITED =
      """
      update job
         set failure_kind = $3, sentence = $4, retry_at = $5, unsaid = true
       where (workspace_id, id) in (select * from unnest($1::uuid[], $2::uuid[]))
         and state = 'running' and slice is null
         and (failure_kind, retry_at) is distinct from ($3, $5)
      """;

  private static final String FAIL =
      """
      update job j
         set state = 'failed', failure_kind = $3, sentence = $4, slice = $5, retry_at = null,
             done = c.done, failed = c.failed, version = version + 1, unsaid = false,
             said_at = clock_timestamp(), ended_at = clock_timestamp()
        from (select workspace_id, job_id, count(*) filter (where state = 'done') as done,
                     count(*) filter (where state = 'failed') as failed
                from job_slice
               where (workspace_id, job_id) in (select * from unnest($1::uuid[], $2::uuid[]))
               group by workspace_id, job_id) c
       where j.workspace_id = c.workspace_id and j.id = c.job_id and j.state = 'running'
      returning j.*
      """;

  private static final String STEPS =
      """
      update job j
         set version = version + 1, unsaid = false, said_at = clock_timestamp()
       where (workspace_id, id) in (
               select workspace_id, id from job
                where unsaid and state = 'running'
                  and (said_at is null or said_at < clock_timestamp() - make_interval(secs => $1))
                order by said_at nulls first limit 500
                for update skip locked)
      returning j.*
      """;

  private static final String FORGET =
      """
      with old as (
        select workspace_id, id from job
         where ended_at < clock_timestamp() - make_interval(secs => $1)
         order by ended_at limit $2 for update skip locked),
      slices as (
        delete from job_slice l using old o
         where l.workspace_id = o.workspace_id and l.job_id = o.id)
      delete from job j using old o where j.workspace_id = o.workspace_id and j.id = o.id
      """;

  /** Locks jobs, so that two ends of slices can't both overlook that they were the last. */
  Uni<Void> lock(SqlConnection connection, List<JobKey> jobs) {
    return connection.preparedQuery(LOCK).execute(keys(jobs)).replaceWithVoid();
  }

  Uni<List<Job>> count(SqlConnection connection, List<JobKey> jobs, Instant now) {
    return connection
        .preparedQuery(COUNT)
        .execute(keys(jobs).addOffsetDateTime(at(now)))
        .map(JobStore::jobs);
  }

  Uni<List<Job>> end(SqlConnection connection, Job job, String state) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(job.workspaceId(), job.id(), state))
        .map(JobStore::jobs);
  }

  /** Running jobs as they are to be said with this trouble. */
  Uni<List<Job>> trouble(SqlConnection connection, List<JobKey> jobs, Trouble trouble) {
    return connection
        .preparedQuery(TROUBLE)
        .execute(
            keys(jobs)
                .addString(trouble.kind())
                .addString(trouble.sentence())
                .addString(trouble.slice()))
        .map(JobStore::jobs)
        .map(met -> met.stream().map(job -> job.meeting(trouble)).toList());
  }

  Uni<Void> limited(SqlConnection connection, List<JobKey> jobs, Trouble trouble, Instant retryAt) {
    return connection
        .preparedQuery(LIMITED)
        .execute(
            keys(jobs)
                .addString(trouble.kind())
                .addString(trouble.sentence())
                .addOffsetDateTime(at(retryAt)))
        .replaceWithVoid();
  }

  Uni<List<Job>> fail(SqlConnection connection, List<JobKey> jobs, Trouble trouble) {
    return connection
        .preparedQuery(FAIL)
        .execute(
            keys(jobs)
                .addString(trouble.kind())
                .addString(trouble.sentence())
                .addString(trouble.slice()))
        .map(JobStore::jobs);
  }

  /** Running jobs whose last step was not said yet, marked as said. */
  Uni<List<Job>> steps(SqlConnection connection, Duration atMostEvery) {
    return connection
        .preparedQuery(STEPS)
        .execute(Tuple.of(atMostEvery.toMillis() / 1000.0))
        .map(JobStore::jobs);
  }

  /** Forgets so many jobs at most; answers how many it were. */
  Uni<Integer> forget(SqlConnection connection, Duration after, int most) {
    return connection
        .preparedQuery(FORGET)
        .execute(Tuple.of((double) after.toSeconds(), most))
        .map(RowSet::rowCount);
  }

  private static Tuple keys(List<JobKey> jobs) {
    return Tuple.tuple()
        .addArrayOfUUID(jobs.stream().map(JobKey::workspaceId).toArray(UUID[]::new))
        .addArrayOfUUID(jobs.stream().map(JobKey::id).toArray(UUID[]::new));
  }

  private static List<Job> jobs(RowSet<Row> rows) {
    List<Job> jobs = new ArrayList<>(rows.size());
    for (Row row : rows) {
      jobs.add(
          new Job(
              row.getUUID("workspace_id"),
              row.getUUID("id"),
              row.getUUID("account_id"),
              row.getString("kind"),
              row.getString("state"),
              row.getInteger("done"),
              row.getInteger("slices"),
              row.getInteger("failed"),
              row.getString("failure_kind"),
              row.getString("sentence"),
              row.getString("slice"),
              instant(row.getOffsetDateTime("retry_at")),
              row.getLong("version"),
              row.getString("traceparent")));
    }
    return jobs;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
