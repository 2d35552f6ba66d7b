package io.adfleet.connections.job;

import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.job.Job.Dates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every job there was. */
@ApplicationScoped
public class JobStore {

  private static final String COLUMNS =
      """
      workspace_id, job_id, account_id, connection_id, kind, state, done, of, failed, closes_from,
      closes_through, failure_kind, sentence, retry_at, version, queued_at, started_at, heard_at,
      finished_at
      """;
  private static final String OPEN =
      """
      insert into job (workspace_id, job_id, account_id, connection_id, kind, state, of, queued_at,
        heard_at, closes_from, closes_through)
      values ($1, $2, $3, $4, $5, 'queued', $6, $7, $7, $8, $9)
      on conflict (workspace_id, account_id, kind) where state in ('queued', 'running') do nothing
      returning
      """
          + COLUMNS;
  private static final String OPEN_OF =
      "select "
          + COLUMNS
          + " from job"
          + " where workspace_id = $1 and account_id = $2 and kind = $3"
          + " order by (state in ('queued', 'running')) desc, job_id desc limit 1";
  private static final String NEWEST =
      "select distinct on (account_id) "
          + COLUMNS
          + " from job"
          + " where workspace_id = $1 and account_id = any($2) and kind = $3"
          + " and queued_at >= (select connected_at from ad_account a"
          + "   where a.workspace_id = job.workspace_id and a.account_id = job.account_id)"
          + " order by account_id, job_id desc";
  private static final String ADVANCE =
      """
      update job
         set state = $3, done = $4, of = greatest($5, of), failed = $6, failure_kind = $7,
             sentence = $8, retry_at = $9, version = $10, heard_at = greatest(heard_at, $11),
             started_at = coalesce(started_at, $11),
             finished_at = case when $12 then $11 end
       where workspace_id = $1 and job_id = $2 and version < $10
         and (state in ('queued', 'running') or (state <> 'cancelled' and $12))
      returning
      """
          + COLUMNS;
  private static final String CANCEL_ALL_OF =
      """
      update job set state = 'cancelled', finished_at = $3, sentence = $4
       where workspace_id = $1 and connection_id = $2 and state in ('queued', 'running')
      """;
  private static final String GIVE_UP =
      """
      update job set state = 'failed', finished_at = $2, failure_kind = 'transient', sentence = $3
       where state in ('queued', 'running') and heard_at < $1 and coalesce(retry_at, $1) <= $2
      """;

  /** Whether an account has its history is read from its newest backfill. */
  private static final String FORGET =
      """
      with old as (
        select workspace_id, job_id from job j
         where finished_at < $1
           and (kind <> 'backfill' or exists (
             select from job n
              where n.workspace_id = j.workspace_id and n.account_id = j.account_id
                and n.kind = j.kind and n.job_id > j.job_id))
         order by finished_at limit $2 for update skip locked),
      errors as (
        delete from job_error e using old o
         where e.workspace_id = o.workspace_id and e.job_id = o.job_id)
      delete from job j using old o where j.workspace_id = o.workspace_id and j.job_id = o.job_id
      """;

  private static final String FIND =
      "select " + COLUMNS + " from job where workspace_id = $1 and job_id = $2";
  private static final String PAGE =
      "select "
          + COLUMNS
          + " from job"
          + " where workspace_id = $1 and ($2::uuid is null or connection_id = $2)"
          + " and ($3::text is null or state = $3) and ($4::uuid is null or job_id < $4)"
          + " order by job_id desc limit $5";

  /** A new job, or nothing if one of the kind is open. */
  Uni<Optional<Job>> open(
      SqlConnection c, UUID id, AdAccount account, JobKind kind, List<Wish> wishes, Instant now) {
    Dates closes = kind.closes(wishes);
    return c.preparedQuery(OPEN)
        .execute(
            Tuple.from(
                Arrays.asList(
                    account.workspaceId(),
                    id,
                    account.id(),
                    account.connectionId(),
                    kind.word(),
                    Wish.slices(wishes),
                    at(now),
                    closes == null ? null : closes.from(),
                    closes == null ? null : closes.through())))
        .map(JobStore::first);
  }

  /** The open job of a kind; the newest if it ended meanwhile. */
  Uni<Job> openOf(SqlConnection c, UUID workspace, UUID account, JobKind kind) {
    return c.preparedQuery(OPEN_OF)
        .execute(Tuple.of(workspace, account, kind.word()))
        .map(rows -> read(rows.iterator().next()));
  }

  /** The newest job of a kind of each of these accounts that had one since it was connected. */
  public Uni<List<Job>> newest(SqlConnection c, UUID workspace, List<UUID> accounts, JobKind kind) {
    return c.preparedQuery(NEWEST)
        .execute(Tuple.of(workspace, accounts.toArray(UUID[]::new), kind.word()))
        .map(JobStore::every);
  }

  /** The job as it is now, or nothing if that is old or would open again what has ended. */
  Uni<Optional<Job>> advance(SqlConnection c, Progress progress) {
    FailureKind failure = progress.failure();
    return c.preparedQuery(ADVANCE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    progress.workspaceId(),
                    progress.jobId(),
                    progress.state().word(),
                    progress.done(),
                    progress.of(),
                    progress.failed(),
                    failure == null ? null : failure.word(),
                    progress.sentence(),
                    progress.retryAt() == null ? null : at(progress.retryAt()),
                    progress.version(),
                    at(progress.at()),
                    progress.state().ended())))
        .map(JobStore::first);
  }

  /** Ends what is open of a connection that is removed. */
  public Uni<Void> cancelAllOf(SqlConnection c, UUID workspace, UUID connection, Instant now) {
    return c.preparedQuery(CANCEL_ALL_OF)
        .execute(Tuple.of(workspace, connection, at(now), "The connection was removed."))
        .replaceWithVoid();
  }

  /** Ends jobs of every workspace that nobody spoke of since; answers how many. */
  Uni<Integer> giveUp(SqlConnection feed, Instant silentSince, Instant now) {
    return feed.preparedQuery(GIVE_UP)
        .execute(
            Tuple.of(
                at(silentSince),
                at(now),
                "Nothing was heard of this job for too long. It was given up; sync now or wait for"
                    + " the next one."))
        .map(RowSet::rowCount);
  }

  /** Forgets so many jobs at most that ended before; answers how many it were. */
  Uni<Integer> forget(SqlConnection feed, Instant endedBefore, int most) {
    return feed.preparedQuery(FORGET)
        .execute(Tuple.of(at(endedBefore), most))
        .map(RowSet::rowCount);
  }

  Uni<Optional<Job>> find(SqlConnection c, UUID workspace, UUID id) {
    return c.preparedQuery(FIND).execute(Tuple.of(workspace, id)).map(JobStore::first);
  }

  /** Newest first. */
  Uni<List<Job>> page(
      SqlConnection c,
      UUID workspace,
      @Nullable UUID connection,
      @Nullable JobState state,
      @Nullable UUID before,
      int limit) {
    return c.preparedQuery(PAGE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    workspace, connection, state == null ? null : state.word(), before, limit)))
        .map(JobStore::every);
  }

  private static Optional<Job> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  private static List<Job> every(RowSet<Row> rows) {
    List<Job> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(read(row));
    }
    return all;
  }

  private static Job read(Row row) {
    return new Job(
        row.getUUID("workspace_id"),
        row.getUUID("job_id"),
        row.getUUID("account_id"),
        row.getUUID("connection_id"),
        JobKind.of(row.getString("kind")),
        JobState.of(row.getString("state")),
        row.getInteger("done"),
        row.getInteger("of"),
        row.getInteger("failed"),
        closes(row),
        row.getString("failure_kind"),
        row.getString("sentence"),
        instant(row.getOffsetDateTime("retry_at")),
        row.getLong("version"),
        row.getOffsetDateTime("queued_at").toInstant(),
        instant(row.getOffsetDateTime("started_at")),
        row.getOffsetDateTime("heard_at").toInstant(),
        instant(row.getOffsetDateTime("finished_at")));
  }

  private static @Nullable Dates closes(Row row) {
    LocalDate from = row.getLocalDate("closes_from");
    return from == null ? null : new Dates(from, row.getLocalDate("closes_through"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
