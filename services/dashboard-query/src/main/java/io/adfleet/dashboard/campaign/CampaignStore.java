package io.adfleet.dashboard.campaign;

import io.adfleet.dashboard.account.Account;
import io.adfleet.dashboard.account.Accounts;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads entities with their figures; row-level security picks the workspace. */
@ApplicationScoped
class CampaignStore {

  private static final String CAMPAIGNS =
      """
      with summed as (
        select d.entity_id, sum(d.spend)::bigint as spend,
               sum(d.impressions)::bigint as impressions, sum(d.clicks)::bigint as clicks,
               sum(d.conversions)::bigint as conversions,
               sum(d.conversion_value)::bigint as conversion_value
          from entity_day d
          join coverage c
            on c.workspace_id = d.workspace_id and c.report = 'performance'
           and c.level = 'campaign' and c.metric_date = d.metric_date
           and c.account_id = d.account_id
         where d.level = 'campaign' and d.metric_date between $1 and $2
           and d.account_id = any($3)
         group by d.entity_id)
      select e.entity_id, e.external_id, e.kind, e.parent_id, e.account_id, e.name, e.status,
             e.platform_status, e.channel, s.spend, s.impressions, s.clicks, s.conversions,
             s.conversion_value
        from entity e
        left join summed s using (entity_id)
       where e.kind = 'campaign' and e.account_id = any($3)
      """;

  /** Of the accounts in $5 an ad group's figures are the sum of its ads'. */
  private static final String CHILDREN =
      """
      with part as (
        select e.entity_id as whole, e.entity_id, e.kind as level, e.account_id, e.workspace_id
          from entity e
         where e.parent_id = $4 and e.account_id = any($3)
           and not (e.kind = 'ad_group' and e.account_id = any($5))
         union all
        select e.entity_id, a.entity_id, a.kind, a.account_id, a.workspace_id
          from entity e
          join entity a
            on a.workspace_id = e.workspace_id and a.parent_id = e.entity_id and a.kind = 'ad'
         where e.parent_id = $4 and e.account_id = any($3)
           and e.kind = 'ad_group' and e.account_id = any($5)),
      summed as (
        select p.whole, sum(d.spend)::bigint as spend, sum(d.impressions)::bigint as impressions,
               sum(d.clicks)::bigint as clicks, sum(d.conversions)::bigint as conversions,
               sum(d.conversion_value)::bigint as conversion_value
          from part p
          join coverage c
            on c.workspace_id = p.workspace_id and c.report = 'performance'
           and c.level = p.level and c.account_id = p.account_id
           and c.metric_date between $1 and $2
          join entity_day d
            on d.workspace_id = c.workspace_id and d.metric_date = c.metric_date
           and d.entity_id = p.entity_id and d.level = c.level
         group by p.whole)
      select e.entity_id, e.external_id, e.kind, e.parent_id, e.account_id, e.name, e.status,
             e.platform_status, e.channel, s.spend, s.impressions, s.clicks, s.conversions,
             s.conversion_value
        from entity e
        left join summed s on s.whole = e.entity_id
       where e.parent_id = $4 and e.account_id = any($3)
      """;

  /** What breaks an entity down is read of its children, or, past an unread level, of theirs. */
  private static final String REST =
      """
      with asked as (
        select *
          from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])
               as a(entity_id, kind, below, account_id)),
      dates as (
        select p.kind, p.below, p.account_id, c.workspace_id, c.metric_date
          from (select distinct kind, below, account_id from asked) p
          join coverage c
            on c.report = 'performance' and c.level = p.kind and c.account_id = p.account_id
           and c.metric_date between $5 and $6
          join coverage b
            on b.workspace_id = c.workspace_id and b.report = 'performance' and b.level = p.below
           and b.account_id = c.account_id and b.metric_date = c.metric_date),
      rows as (
        select a.entity_id, 1 as sign, d.spend, d.impressions, d.clicks, d.conversions,
               d.conversion_value
          from asked a
          join dates t using (kind, below, account_id)
          join entity_day d
            on d.workspace_id = t.workspace_id and d.metric_date = t.metric_date
           and d.entity_id = a.entity_id and d.level = a.kind
         union all
        select a.entity_id, -1, d.spend, d.impressions, d.clicks, d.conversions,
               d.conversion_value
          from asked a
          join dates t using (kind, below, account_id)
          join entity e
            on e.workspace_id = t.workspace_id and e.parent_id = a.entity_id and e.kind = a.below
          join entity_day d
            on d.workspace_id = t.workspace_id and d.metric_date = t.metric_date
           and d.entity_id = e.entity_id and d.level = e.kind
         union all
        select a.entity_id, -1, d.spend, d.impressions, d.clicks, d.conversions,
               d.conversion_value
          from asked a
          join dates t using (kind, below, account_id)
          join entity g
            on g.workspace_id = t.workspace_id and g.parent_id = a.entity_id
           and g.kind = 'ad_group'
          join entity e
            on e.workspace_id = t.workspace_id and e.parent_id = g.entity_id and e.kind = a.below
          join entity_day d
            on d.workspace_id = t.workspace_id and d.metric_date = t.metric_date
           and d.entity_id = e.entity_id and d.level = e.kind
         where a.kind = 'campaign' and a.below = 'ad'
         union all
        select a.entity_id, 1, 0, 0, 0, 0, 0
          from asked a join dates t using (kind, below, account_id))
      select entity_id, sum(sign * spend)::bigint, sum(sign * impressions)::bigint,
             sum(sign * clicks)::bigint, sum(sign * conversions)::bigint,
             sum(sign * conversion_value)::bigint
        from rows
       group by entity_id
      """;

  private static final String COVERED =
      """
      select account_id, level, min(metric_date) as since,
             array_agg(metric_date) filter (where metric_date between $1 and $2) as dates
        from coverage
       where report = 'performance' and account_id = any($3)
       group by account_id, level
      """;

  Uni<List<Described>> campaigns(SqlConnection connection, DateRange range, Accounts accounts) {
    return connection
        .preparedQuery(CAMPAIGNS)
        .execute(Tuple.of(range.start(), range.end(), accounts.ids()))
        .map(rows -> described(rows, accounts));
  }

  Uni<List<Described>> children(
      SqlConnection connection, DateRange range, Accounts accounts, UUID parent) {
    return connection
        .preparedQuery(CHILDREN)
        .execute(Tuple.of(range.start(), range.end(), accounts.ids(), parent, summed(accounts)))
        .map(rows -> described(rows, accounts));
  }

  private static UUID[] summed(Accounts accounts) {
    return accounts.all().stream()
        .filter(
            account -> !Levels.AD_GROUP.equals(Levels.readAt(account.platform(), Levels.AD_GROUP)))
        .map(Account::id)
        .toArray(UUID[]::new);
  }

  /** What children don't explain of their parents. */
  Uni<Map<UUID, Sums>> rest(SqlConnection connection, DateRange range, List<Described> parents) {
    List<Described> broken = parents.stream().filter(one -> one.below() != null).toList();
    Tuple parameters =
        Tuple.of(
            broken.stream().map(Described::entityId).toArray(UUID[]::new),
            broken.stream().map(Described::kind).toArray(String[]::new),
            broken.stream().map(Described::below).toArray(String[]::new),
            broken.stream().map(one -> one.account().id()).toArray(UUID[]::new),
            range.start(),
            range.end());
    return connection
        .preparedQuery(REST)
        .execute(parameters)
        .map(rows -> {
          Map<UUID, Sums> rest = new HashMap<>();
          for (Row row : rows) {
            rest.put(row.getUUID(0), sums(row, 1));
          }
          return rest;
        });
  }

  Uni<Covered> covered(SqlConnection connection, DateRange range, UUID[] accounts) {
    return connection
        .preparedQuery(COVERED)
        .execute(Tuple.of(range.start(), range.end(), accounts))
        .map(rows -> {
          Map<Covered.Key, Set<LocalDate>> dates = new HashMap<>();
          Map<Covered.Key, LocalDate> since = new HashMap<>();
          for (Row row : rows) {
            Covered.Key key = new Covered.Key(row.getUUID(0), row.getString(1));
            since.put(key, row.getLocalDate(2));
            LocalDate[] found = row.getArrayOfLocalDates(3);
            if (found != null) {
              dates.put(key, new HashSet<>(List.of(found)));
            }
          }
          return new Covered(dates, since);
        });
  }

  private static List<Described> described(RowSet<Row> rows, Accounts accounts) {
    Map<UUID, Account> byId = new HashMap<>();
    accounts.all().forEach(account -> byId.put(account.id(), account));
    List<Described> found = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Account account = byId.get(row.getUUID(4));
      if (account != null) {
        found.add(
            new Described(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getUUID(3),
                account,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9) == null ? Sums.ZERO : sums(row, 9)));
      }
    }
    return found;
  }

  private static Sums sums(Row row, int first) {
    return new Sums(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }
}
