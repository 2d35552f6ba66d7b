package io.adfleet.connections.schedule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The timetable of every connected account. */
@ApplicationScoped
public class ScheduleStore {

  private static final String PUT =
      """
      insert into schedule (workspace_id, account_id, live_due, nightly_due, live_date, levels_at,
        structure_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (workspace_id, account_id) do update
        set live_due = excluded.live_due, nightly_due = excluded.nightly_due,
            live_date = excluded.live_date, levels_at = excluded.levels_at,
            structure_at = excluded.structure_at
      """;
  private static final String ADD = PUT.replaceAll("(?s)do update.*", "do nothing");

  /**
   * One account of every waiting workspace comes before the second of any. Those of a connection
   * that rests are claimed too: its limit may be another account's, and ingest holds back what has
   * to wait.
   */
  private static final String CLAIM =
      """
      with due as (
        select s.workspace_id, s.account_id, t.served_at,
               row_number() over (partition by s.workspace_id
                 order by least(s.live_due, s.nightly_due)) as turn
          from schedule s
          join ad_account a using (workspace_id, account_id)
          join connection c on c.workspace_id = a.workspace_id
                           and c.connection_id = a.connection_id
          left join workspace_turn t on t.workspace_id = s.workspace_id
         where not a.removed and c.state in ('active', 'rate_limited') and c.removed_at is null
           and ((s.live_due <= $1 and a.state = 'active') or s.nightly_due <= $1))
      select s.workspace_id, s.account_id, s.live_due, s.nightly_due, s.live_date, s.levels_at,
             s.structure_at
        from schedule s join due d using (workspace_id, account_id)
       where s.live_due <= $1 or s.nightly_due <= $1
       order by d.turn, d.served_at nulls first, s.workspace_id
       limit $2 for update of s skip locked
      """;

  private static final String SERVED =
      """
      insert into workspace_turn (workspace_id, served_at) select w, $2 from unnest($1::uuid[]) w
      on conflict (workspace_id) do update set served_at = excluded.served_at
      """;
  private static final String FORGET =
      "delete from schedule where workspace_id = $1 and account_id = any($2)";
  private static final String NEXT =
      """
      select a.connection_id, min(least(s.live_due, s.nightly_due)) as next
        from schedule s join ad_account a using (workspace_id, account_id)
       where s.workspace_id = $1 and not a.removed and a.state = 'active'
       group by a.connection_id
      """;

  /** A row that is due, held until the transaction ends. */
  record Claimed(UUID workspaceId, UUID accountId, Timetable timetable) {}

  /** Sets when an account is read. */
  Uni<Void> put(SqlConnection c, UUID workspace, UUID account, Timetable timetable) {
    return write(c, PUT, workspace, account, timetable);
  }

  /** Sets when an account is read, if nothing is set yet. */
  public Uni<Void> add(SqlConnection c, UUID workspace, UUID account, Timetable timetable) {
    return write(c, ADD, workspace, account, timetable);
  }

  private static Uni<Void> write(
      SqlConnection c, String sql, UUID workspace, UUID account, Timetable timetable) {
    Instant levelsAt = timetable.levelsAt();
    Instant structureAt = timetable.structureAt();
    return c.preparedQuery(sql)
        .execute(
            Tuple.from(
                Arrays.asList(
                    workspace,
                    account,
                    at(timetable.liveDue()),
                    at(timetable.nightlyDue()),
                    timetable.liveDate(),
                    levelsAt == null ? null : at(levelsAt),
                    structureAt == null ? null : at(structureAt))))
        .replaceWithVoid();
  }

  /** Due accounts of every workspace that can be read now. */
  Uni<List<Claimed>> claim(SqlConnection feed, Instant now, int limit) {
    return feed.preparedQuery(CLAIM)
        .execute(Tuple.of(at(now), limit))
        .map(rows -> {
          List<Claimed> claimed = new ArrayList<>();
          for (Row row : rows) {
            claimed.add(
                new Claimed(
                    row.getUUID("workspace_id"),
                    row.getUUID("account_id"),
                    new Timetable(
                        row.getOffsetDateTime("live_due").toInstant(),
                        row.getOffsetDateTime("nightly_due").toInstant(),
                        row.getLocalDate("live_date"),
                        instant(row.getOffsetDateTime("levels_at")),
                        instant(row.getOffsetDateTime("structure_at")))));
          }
          return claimed;
        });
  }

  Uni<Void> served(SqlConnection feed, List<UUID> workspaces, Instant now) {
    return feed.preparedQuery(SERVED)
        .execute(Tuple.of(workspaces.toArray(UUID[]::new), at(now)))
        .replaceWithVoid();
  }

  public Uni<Void> forget(SqlConnection c, UUID workspace, List<UUID> accounts) {
    return c.preparedQuery(FORGET)
        .execute(Tuple.of(workspace, accounts.toArray(UUID[]::new)))
        .replaceWithVoid();
  }

  /** When each connection of a workspace is read next. */
  public Uni<Map<UUID, Instant>> next(SqlConnection c, UUID workspace) {
    return c.preparedQuery(NEXT)
        .execute(Tuple.of(workspace))
        .map(rows -> {
          Map<UUID, Instant> next = new TreeMap<>();
          for (Row row : rows) {
            next.put(row.getUUID("connection_id"), row.getOffsetDateTime("next").toInstant());
          }
          return next;
        });
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
