package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Writes campaign slots and the account slots derived from them. */
@ApplicationScoped
class SlotStore {

  private static final String KEEP =
      """
      with kept as (
        insert into campaign_slot as s (workspace_id, account_id, metric_date, entity_id, slot,
               hourly, version, spend, impressions, clicks, conversions, conversion_value)
        select *
          from unnest($1::uuid[], $2::uuid[], $3::date[], $4::uuid[], $5::timestamptz[],
                      $6::boolean[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[],
                      $11::bigint[], $12::bigint[])
            on conflict (workspace_id, account_id, metric_date, entity_id, slot) do update
           set hourly = excluded.hourly, version = excluded.version, spend = excluded.spend,
               impressions = excluded.impressions, clicks = excluded.clicks,
               conversions = excluded.conversions, conversion_value = excluded.conversion_value
         where excluded.version >= s.version
        returning workspace_id, account_id, metric_date)
      select distinct workspace_id, account_id, metric_date from kept
      """;

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended(account, 1))
        from (select distinct w::text || a::text as account
                from unnest($1::uuid[], $2::uuid[]) as t(w, a) order by 1) as accounts
      """;

  private static final String FORGET =
      """
      delete from account_slot a
       using unnest($1::uuid[], $2::uuid[], $3::date[]) as t(workspace_id, account_id, metric_date)
       where a.workspace_id = t.workspace_id and a.account_id = t.account_id
         and a.metric_date = t.metric_date
      """;

  private static final String DERIVE =
      """
      insert into account_slot (workspace_id, metric_date, account_id, slot, hourly, spend,
             impressions, clicks, conversions, conversion_value)
      select t.workspace_id, t.metric_date, t.account_id, s.slot, bool_or(s.hourly),
             sum(s.spend)::bigint, sum(s.impressions)::bigint, sum(s.clicks)::bigint,
             sum(s.conversions)::bigint, sum(s.conversion_value)::bigint
        from unnest($1::uuid[], $2::uuid[], $3::date[]) as t(workspace_id, account_id, metric_date)
       cross join lateral (
             select c.slot, c.hourly,
                    c.spend - lag(c.spend, 1, 0::bigint) over w as spend,
                    c.impressions - lag(c.impressions, 1, 0::bigint) over w as impressions,
                    c.clicks - lag(c.clicks, 1, 0::bigint) over w as clicks,
                    c.conversions - lag(c.conversions, 1, 0::bigint) over w as conversions,
                    c.conversion_value - lag(c.conversion_value, 1, 0::bigint) over w
                      as conversion_value
               from campaign_slot c
              where c.workspace_id = t.workspace_id and c.account_id = t.account_id
                and c.metric_date = t.metric_date
             window w as (partition by c.entity_id order by c.slot)) as s
       group by 1, 2, 3, 4
      """;

  /** At one o'clock of an account's clock the day before yesterday is due. */
  private static final String DUE =
      """
      select s.workspace_id, s.account_id, s.metric_date
        from account a
       cross join lateral (
             select (($1::timestamptz at time zone a.zone) - interval '1 hour')::date - 2 as newest)
             as due
        join account_slot s
          on s.workspace_id = a.workspace_id and s.account_id = a.account_id
         and s.metric_date between due.newest - 3 and due.newest
       group by 1, 2, 3, date_trunc('hour', s.slot at time zone a.zone)
      having count(*) > 1
       order by 1, 2, 3
      """;

  private static final String FOLD =
      """
      with folded as (
        delete from campaign_slot s
         using unnest($1::uuid[], $2::uuid[], $3::date[])
               as t(workspace_id, account_id, metric_date)
          join account a using (workspace_id, account_id)
         where s.workspace_id = t.workspace_id and s.account_id = t.account_id
           and s.metric_date = t.metric_date
           and exists (
                 select from campaign_slot later
                  where later.workspace_id = s.workspace_id
                    and later.account_id = s.account_id and later.metric_date = s.metric_date
                    and later.entity_id = s.entity_id and later.slot > s.slot
                    and date_trunc('hour', later.slot at time zone a.zone)
                        = date_trunc('hour', s.slot at time zone a.zone))
        returning s.workspace_id, s.account_id, s.metric_date)
      select distinct workspace_id, account_id, metric_date from folded
      """;

  private static final String PAST =
      """
      select distinct s.workspace_id, s.account_id, s.metric_date
        from account a
        join account_slot s
          on s.workspace_id = a.workspace_id and s.account_id = a.account_id
         and s.metric_date < ($1::timestamptz at time zone a.zone)::date - 100
       order by 1, 2, 3
      """;

  private static final String DROP =
      """
      delete from campaign_slot s
       using unnest($1::uuid[], $2::uuid[], $3::date[]) as t(workspace_id, account_id, metric_date)
       where s.workspace_id = t.workspace_id and s.account_id = t.account_id
         and s.metric_date = t.metric_date
      """;

  /** Holds the accounts until the transaction ends: account slots are derived from what is held. */
  Uni<Void> lock(SqlConnection connection, List<AccountDate> dates) {
    List<Object> accounts =
        Columns.of(dates).uuid(AccountDate::workspaceId).uuid(AccountDate::accountId).arrays();
    return connection.preparedQuery(LOCK).execute(Tuple.tuple(accounts)).replaceWithVoid();
  }

  /** Keeps what is not older than what is held; gives the account dates it touched. */
  Uni<List<AccountDate>> keep(SqlConnection connection, List<CampaignSlot> slots) {
    List<Object> columns =
        Columns.of(slots)
            .uuid(CampaignSlot::workspaceId)
            .uuid(CampaignSlot::accountId)
            .date(CampaignSlot::date)
            .uuid(CampaignSlot::entityId)
            .instant(CampaignSlot::slot)
            .flag(CampaignSlot::hourly)
            .number(CampaignSlot::version)
            .number(slot -> slot.sums().spend())
            .number(slot -> slot.sums().impressions())
            .number(slot -> slot.sums().clicks())
            .number(slot -> slot.sums().conversions())
            .number(slot -> slot.sums().conversionValue())
            .arrays();
    return connection.preparedQuery(KEEP).execute(Tuple.tuple(columns)).map(AccountDate::of);
  }

  /** Recomputes the slots of account dates from their campaigns' slots. */
  Uni<Void> derive(SqlConnection connection, List<AccountDate> dates) {
    return connection
        .preparedQuery(FORGET)
        .execute(Tuple.tuple(columns(dates)))
        .chain(() -> connection.preparedQuery(DERIVE).execute(Tuple.tuple(columns(dates))))
        .replaceWithVoid();
  }

  /** Account dates that ended the day before yesterday or earlier and have quarters of an hour. */
  Uni<List<AccountDate>> due(SqlConnection connection, Instant now) {
    return connection
        .preparedQuery(DUE)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .map(AccountDate::of);
  }

  /** Leaves one slot per local hour; gives the account dates it touched. */
  Uni<List<AccountDate>> fold(SqlConnection connection, List<AccountDate> dates) {
    return connection.preparedQuery(FOLD).execute(Tuple.tuple(columns(dates))).map(AccountDate::of);
  }

  /** Account dates more than a hundred days ago. */
  Uni<List<AccountDate>> past(SqlConnection connection, Instant now) {
    return connection
        .preparedQuery(PAST)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .map(AccountDate::of);
  }

  Uni<Void> drop(SqlConnection connection, List<AccountDate> dates) {
    return connection
        .preparedQuery(DROP)
        .execute(Tuple.tuple(columns(dates)))
        .chain(() -> connection.preparedQuery(FORGET).execute(Tuple.tuple(columns(dates))))
        .replaceWithVoid();
  }

  private static List<Object> columns(List<AccountDate> dates) {
    return Columns.of(dates)
        .uuid(AccountDate::workspaceId)
        .uuid(AccountDate::accountId)
        .date(AccountDate::date)
        .arrays();
  }
}
