package io.adfleet.snapshots.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Slots and the hours they were folded to. */
@ApplicationScoped
class FoldStore {

  /** A slot that is neither its hour's total nor followed by a later one of that hour. */
  private static final String NOT_FOLDED =
      """
      not exists (
             select from slot_hour h
              where h.workspace_id = s.workspace_id and h.entity_id = s.entity_id
                and h.metric_date = s.metric_date and h.metric_date = $1
                and h.hour = date_trunc('hour', s.slot at time zone s.zone)
                and (h.slot, h.version) >= (s.slot, s.version))\
      """;

  private static final String FOLD =
      """
      insert into slot_hour as h (workspace_id, entity_id, metric_date, hour, account_id, level,
          slot, version, observed_at, spend, impressions, clicks, conversions, conversion_value,
          zone)
      select distinct on (workspace_id, entity_id, date_trunc('hour', slot at time zone zone))
             workspace_id, entity_id, metric_date, date_trunc('hour', slot at time zone zone),
             account_id, level, slot, version, observed_at, spend, impressions, clicks,
             conversions, conversion_value, zone
        from slot s
       where metric_date = $1
         and $2 >= (metric_date + 2 + time '01:00') at time zone zone
         and %s
       order by workspace_id, entity_id, date_trunc('hour', slot at time zone zone), slot desc
      on conflict (workspace_id, entity_id, metric_date, hour) do update set
          slot = excluded.slot, version = excluded.version, observed_at = excluded.observed_at,
          spend = excluded.spend, impressions = excluded.impressions, clicks = excluded.clicks,
          conversions = excluded.conversions, conversion_value = excluded.conversion_value
        where (excluded.slot, excluded.version) > (h.slot, h.version)
      """
          .formatted(NOT_FOLDED);

  private static final String IS_FOLDED =
      """
      select not exists (select from slot s where s.metric_date = $1 and %s)
      """
          .formatted(NOT_FOLDED);

  private static final String ALONE =
      """
      select pg_try_advisory_xact_lock(hashtextextended('snapshots.fold', 0))
      """;

  /** Whether this replica is the only one that folds, until the transaction ends. */
  Uni<Boolean> alone(SqlConnection connection) {
    return connection
        .preparedQuery(ALONE)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Folds a date of those accounts whose clock has passed 01:00 of the day after the next. */
  Uni<Integer> fold(SqlConnection connection, LocalDate day, Instant now) {
    return connection
        .preparedQuery(FOLD)
        .execute(Tuple.of(day, now.atOffset(ZoneOffset.UTC)))
        .map(result -> result.rowCount());
  }

  /** Whether every slot of a date is part of an hour. */
  Uni<Boolean> isFolded(SqlConnection connection, LocalDate day) {
    return connection
        .preparedQuery(IS_FOLDED)
        .execute(Tuple.of(day))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
