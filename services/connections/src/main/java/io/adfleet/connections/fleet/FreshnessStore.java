package io.adfleet.connections.fleet;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fresh each platform was when it was last counted. */
@ApplicationScoped
class FreshnessStore {

  private static final String COUNT =
      """
      with counted as (
        select a.platform, count(*)::int as accounts,
               case when bool_and(a.synced_at is not null) then min(a.synced_at) end as oldest,
               max(a.synced_at) as newest
          from ad_account a join connection c using (workspace_id, connection_id)
         where not a.removed and a.state = 'active' and c.state = 'active'
         group by a.platform),
      gone as (delete from fleet_freshness where platform not in (select platform from counted))
      insert into fleet_freshness (platform, accounts, oldest_synced_at, newest_synced_at, at)
      select platform, accounts, oldest, newest, $1 from counted
      on conflict (platform) do update
        set accounts = excluded.accounts, oldest_synced_at = excluded.oldest_synced_at,
            newest_synced_at = excluded.newest_synced_at, at = excluded.at
      """;
  private static final String ALL =
      """
      select platform, accounts, oldest_synced_at, newest_synced_at, at
        from fleet_freshness order by platform
      """;

  Uni<Void> count(SqlClient feed, Instant now) {
    return feed.preparedQuery(COUNT)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  Uni<List<Freshness>> all(SqlClient client) {
    return client
        .preparedQuery(ALL)
        .execute()
        .map(rows -> {
          List<Freshness> all = new ArrayList<>();
          for (Row row : rows) {
            all.add(
                new Freshness(
                    row.getString("platform"),
                    row.getInteger("accounts"),
                    instant(row.getOffsetDateTime("oldest_synced_at")),
                    instant(row.getOffsetDateTime("newest_synced_at")),
                    row.getOffsetDateTime("at").toInstant()));
          }
          return all;
        });
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
