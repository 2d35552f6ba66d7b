package io.adfleet.dashboard.readmodel;

import io.adfleet.defaults.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes workspaces, accounts and entities. */
@ApplicationScoped
class NameStore {

  private static final String WORKSPACES =
      """
      insert into workspace as w (workspace_id, name, currency, zone, removed, version)
      select *
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::bigint[])
          on conflict (workspace_id) do update
         set name = excluded.name, currency = excluded.currency, zone = excluded.zone,
             removed = excluded.removed, version = excluded.version
       where excluded.version >= w.version
      """;

  private static final String ACCOUNTS =
      """
      insert into account as a (workspace_id, account_id, platform, external_id, name, currency,
             zone, state, connection_state, sentence, history_from, removed, version)
      select *
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::text[], $10::text[], $11::date[], $12::boolean[],
                    $13::bigint[])
          on conflict (workspace_id, account_id) do update
         set platform = excluded.platform, external_id = excluded.external_id,
             name = excluded.name, currency = excluded.currency, zone = excluded.zone,
             state = excluded.state, connection_state = excluded.connection_state,
             sentence = excluded.sentence, history_from = excluded.history_from,
             removed = excluded.removed, version = excluded.version
       where excluded.version >= a.version
      """;

  private static final String ENTITIES =
      """
      insert into entity as e (workspace_id, entity_id, account_id, platform, external_id, kind,
             parent_id, name, status, platform_status, channel, currency, daily_budget,
             creative_name, creative_type, thumbnail_url, observed_at, version)
      select *
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[],
                    $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                    $13::bigint[], $14::text[], $15::text[], $16::text[], $17::timestamptz[],
                    $18::bigint[])
          on conflict (workspace_id, entity_id) do update
         set account_id = excluded.account_id, platform = excluded.platform,
             external_id = excluded.external_id, kind = excluded.kind,
             parent_id = excluded.parent_id, name = excluded.name, status = excluded.status,
             platform_status = excluded.platform_status, channel = excluded.channel,
             currency = coalesce(excluded.currency, e.currency),
             daily_budget = excluded.daily_budget, creative_name = excluded.creative_name,
             creative_type = excluded.creative_type, thumbnail_url = excluded.thumbnail_url,
             observed_at = excluded.observed_at, version = excluded.version
       where excluded.version >= e.version
      """;

  Uni<Void> workspaces(SqlConnection connection, List<KnownWorkspace> workspaces) {
    List<Object> columns =
        Columns.of(workspaces)
            .uuid(KnownWorkspace::workspaceId)
            .text(KnownWorkspace::name)
            .text(KnownWorkspace::currency)
            .text(KnownWorkspace::zone)
            .flag(KnownWorkspace::removed)
            .number(KnownWorkspace::version)
            .arrays();
    return connection.preparedQuery(WORKSPACES).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  Uni<Void> accounts(SqlConnection connection, List<KnownAccount> accounts) {
    List<Object> columns =
        Columns.of(accounts)
            .uuid(KnownAccount::workspaceId)
            .uuid(KnownAccount::accountId)
            .text(KnownAccount::platform)
            .text(KnownAccount::externalId)
            .text(KnownAccount::name)
            .text(KnownAccount::currency)
            .text(KnownAccount::zone)
            .text(KnownAccount::state)
            .text(KnownAccount::connectionState)
            .text(KnownAccount::sentence)
            .date(KnownAccount::historyFrom)
            .flag(KnownAccount::removed)
            .number(KnownAccount::version)
            .arrays();
    return connection.preparedQuery(ACCOUNTS).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  Uni<Void> entities(SqlConnection connection, List<KnownEntity> entities) {
    List<Object> columns =
        Columns.of(entities)
            .uuid(KnownEntity::workspaceId)
            .uuid(KnownEntity::entityId)
            .uuid(KnownEntity::accountId)
            .text(KnownEntity::platform)
            .text(KnownEntity::externalId)
            .text(KnownEntity::kind)
            .uuid(KnownEntity::parentId)
            .text(KnownEntity::name)
            .text(KnownEntity::status)
            .text(KnownEntity::platformStatus)
            .text(KnownEntity::channel)
            .text(KnownEntity::currency)
            .number(KnownEntity::dailyBudget)
            .text(creative(KnownEntity.Creative::name))
            .text(creative(KnownEntity.Creative::type))
            .text(creative(KnownEntity.Creative::thumbnailUrl))
            .instant(KnownEntity::observedAt)
            .number(KnownEntity::version)
            .arrays();
    return connection.preparedQuery(ENTITIES).execute(Tuple.tuple(columns)).replaceWithVoid();
  }

  private static Function<KnownEntity, @Nullable String> creative(
      Function<KnownEntity.Creative, @Nullable String> part) {
    return entity -> {
      KnownEntity.Creative creative = entity.creative();
      return creative == null ? null : part.apply(creative);
    };
  }
}
