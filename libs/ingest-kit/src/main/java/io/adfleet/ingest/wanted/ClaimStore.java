package io.adfleet.ingest.wanted;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leases of slices. Times are the database's own, so that replicas with different clocks agree
 * about whose a slice is.
 */
@ApplicationScoped
class ClaimStore {

  /**
   * The best slice for now, and as many neighbours in time as one query may read. The places are
   * found by hopping over the index from workspace to workspace, so that a claim costs what waiting
   * workspaces cost, however many slices they have.
   */
  private static final String CLAIM =
      """
      with recursive place as (
        (select s.priority, s.workspace_id from wanted_slice s where s.state = 'waiting' and s.priority <= $4
          order by s.priority, s.workspace_id limit 1)
        union all
        select n.priority, n.workspace_id
          from place p cross join lateral (
            select s.priority, s.workspace_id from wanted_slice s
             where s.state = 'waiting' and s.priority <= $4
               and (s.priority, s.workspace_id) > (p.priority, p.workspace_id)
             order by s.priority, s.workspace_id limit 1) n),
      lead as (
        select s.*
          from (select p.priority, p.workspace_id
                  from place p left join turn t on t.workspace_id = p.workspace_id
                 order by p.priority, t.served_at nulls first) p
         cross join lateral (
            select w.workspace_id, w.account_id, w.connection_id, w.external_id,
                   w.login_customer_id, w.report, w.level, w.date, w.priority, w.attempts
              from wanted_slice w
             where w.state = 'waiting' and w.priority = p.priority
               and w.workspace_id = p.workspace_id and w.not_before <= now()
               and not exists (select from platform_pause b
                                where b.scope in ('*', w.external_id) and b.until > now())
             order by w.rank, w.date desc
             limit 1
             for update of w skip locked) s
         limit 1),
      batch as (
        select s.workspace_id, s.id
          from wanted_slice s join lead l
            on s.workspace_id = l.workspace_id and s.account_id = l.account_id
           and s.report = l.report and s.level = l.level
         where s.state = 'waiting' and s.not_before <= now() and s.priority = l.priority
           and s.connection_id = l.connection_id and s.external_id = l.external_id
           and s.login_customer_id is not distinct from l.login_customer_id
           and s.attempts <= l.attempts
           and s.date > l.date - greatest(1, $3::int >> least(l.attempts, 8)) and s.date <= l.date
         for update of s skip locked),
      claimed as (
        update wanted_slice s
           set state = 'reading', version = nextval('slice_version'), lease = $1,
               lease_until = clock_timestamp() + make_interval(secs => $2)
          from batch b
         where s.workspace_id = b.workspace_id and s.id = b.id
        returning s.*),
      served as (
        insert into turn (workspace_id, served_at)
        select workspace_id, clock_timestamp() from lead where exists (select from claimed)
        on conflict (workspace_id) do update set served_at = excluded.served_at)
      select * from claimed
      """;

  private static final String RENEW =
      """
      update wanted_slice set lease_until = clock_timestamp() + make_interval(secs => $2)
       where lease = any($1) and state = 'reading'
      """;

  private static final String STILL_HELD =
      """
      update wanted_slice set lease_until = clock_timestamp() + make_interval(secs => $2)
       where lease = $1 and state = 'reading'
      returning id
      """;

  private static final String SAID =
      """
      update wanted_slice
         set state = 'said', lease = null,
             lease_until = clock_timestamp()
                           + make_interval(secs => $2 * (1 << least(lapses, 5)))
       where lease = $1 and state = 'reading' and id = any($3)
      """;

  private static final String LAPSED =
      """
      select workspace_id, id, version, attempts, refusals, lapses, state, report, level, date,
             traceparent
        from wanted_slice
       where state <> 'waiting' and lease_until < clock_timestamp()
       order by lease_until limit 200
       for update skip locked
      """;

  /**
   * Puts one slice back; if it was wanted again meanwhile, its jobs wait for that one, and if no
   * job waits for it any more, it is gone.
   */
  private static final String PUT_BACK =
      """
      with old as (
        select s.*, exists (select from job_slice l where l.workspace_id = s.workspace_id
                               and l.slice_id = s.id and l.state = 'open') as awaited
          from wanted_slice s
         where s.workspace_id = $1 and s.id = $2 and s.version = $3 and s.state <> 'waiting'
         for update),
      twin as (
        select w.workspace_id, w.id, o.id as old_id, o.priority
          from wanted_slice w join old o
            on w.workspace_id = o.workspace_id and w.account_id = o.account_id
           and w.report = o.report and w.level = o.level and w.date = o.date
         where w.state = 'waiting'
         for update of w),
      moved as (
        update job_slice l set slice_id = t.id from twin t
         where l.workspace_id = t.workspace_id and l.slice_id = t.old_id),
      raised as (
        update wanted_slice w set priority = least(w.priority, t.priority) from twin t
         where w.workspace_id = t.workspace_id and w.id = t.id),
      gone as (
        delete from wanted_slice s using old o
         where s.workspace_id = o.workspace_id and s.id = o.id
           and (not o.awaited or exists (select from twin)))
      update wanted_slice s
         set state = 'waiting', lease = null, lease_until = null, version = null,
             attempts = $4, refusals = $5, lapses = $6,
             not_before = clock_timestamp() + make_interval(secs => $7)
        from old o
       where s.workspace_id = o.workspace_id and s.id = o.id
         and o.awaited and not exists (select from twin)
      """;

  private static final String WAITING =
      """
      select count(*) from wanted_slice where state = 'waiting'
      """;

  /** A slice whose lease has ended. */
  record Lapsed(
      UUID workspaceId,
      UUID id,
      long version,
      int attempts,
      int refusals,
      int lapses,
      boolean said,
      String name,
      @Nullable String traceparent) {}

  Uni<@Nullable Claim> claim(
      SqlConnection connection, UUID lease, Duration hold, int dates, int lowest) {
    return connection
        .preparedQuery(CLAIM)
        .execute(Tuple.of(lease, seconds(hold), dates, lowest))
        .map(rows -> claim(lease, rows));
  }

  Uni<Void> renew(Pool pool, List<UUID> leases, Duration hold) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(leases.toArray(UUID[]::new), seconds(hold)))
        .replaceWithVoid();
  }

  /** Which slices of a lease are still ours. */
  Uni<List<UUID>> stillHeld(Pool pool, UUID lease, Duration hold) {
    return pool.preparedQuery(STILL_HELD)
        .execute(Tuple.of(lease, seconds(hold)))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }

  Uni<Void> said(SqlConnection connection, UUID lease, Duration coverageWait, List<UUID> ids) {
    return connection
        .preparedQuery(SAID)
        .execute(Tuple.of(lease, seconds(coverageWait), ids.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  Uni<List<Lapsed>> lapsed(SqlConnection connection) {
    return connection.query(LAPSED).execute().map(rows -> rows.stream().map(this::lapsed).toList());
  }

  Uni<Void> putBack(SqlConnection connection, UUID workspace, Claim.Held slice, Duration after) {
    return connection
        .preparedQuery(PUT_BACK)
        .execute(
            Tuple.tuple()
                .addUUID(workspace)
                .addUUID(slice.id())
                .addLong(slice.version())
                .addInteger(slice.attempts())
                .addInteger(slice.refusals())
                .addInteger(slice.lapses())
                .addDouble(seconds(after)))
        .replaceWithVoid();
  }

  Uni<Long> waiting(Pool pool) {
    return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  private Lapsed lapsed(Row row) {
    return new Lapsed(
        row.getUUID("workspace_id"),
        row.getUUID("id"),
        row.getLong("version"),
        row.getInteger("attempts"),
        row.getInteger("refusals"),
        row.getInteger("lapses"),
        row.getString("state").equals("said"),
        row.getString("report") + "/" + row.getString("level") + "/" + row.getLocalDate("date"),
        row.getString("traceparent"));
  }

  private static @Nullable Claim claim(UUID lease, RowSet<Row> rows) {
    List<Claim.Held> slices = new ArrayList<>(rows.size());
    Row first = null;
    for (Row row : rows) {
      first = row;
      slices.add(
          new Claim.Held(
              row.getUUID("id"),
              row.getLocalDate("date"),
              row.getLong("version"),
              row.getInteger("attempts"),
              row.getInteger("refusals"),
              row.getInteger("lapses"),
              row.getString("traceparent")));
    }
    if (first == null) {
      return null;
    }
    slices.sort(Comparator.comparing(Claim.Held::date).reversed());
    return new Claim(
        lease,
        first.getUUID("workspace_id"),
        first.getUUID("account_id"),
        first.getUUID("connection_id"),
        first.getString("external_id"),
        first.getString("currency"),
        first.getString("zone"),
        first.getString("login_customer_id"),
        first.getString("report"),
        first.getString("level"),
        first.getInteger("priority"),
        List.copyOf(slices));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
