package io.adfleet.connections.account;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts a workspace reads. */
@ApplicationScoped
public class AccountStore {

  private static final String COLUMNS =
      """
      a.workspace_id, a.account_id, a.connection_id, a.platform, a.external_id,
      a.login_customer_id, a.name, a.currency, a.zone, a.state, a.sentence, a.history_from,
      a.removed, a.synced_at, a.read_through, a.version
      """;
  private static final String ALL_OF =
      "select "
          + COLUMNS
          + " from ad_account a"
          + " where workspace_id = $1 and connection_id = $2 and not removed order by account_id";
  private static final String FIND =
      "select " + COLUMNS + " from ad_account a where workspace_id = $1 and account_id = $2";
  private static final String CONNECTED =
      "select "
          + COLUMNS
          + " from ad_account a"
          + " where workspace_id = $1 and account_id = any($2) and not removed";
  private static final String PUT =
      """
      insert into ad_account (workspace_id, account_id, connection_id, platform, external_id,
        login_customer_id, name, currency, zone, state, sentence, history_from, removed,
        connected_at, changed_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false, $13, $13, 0)
      on conflict (workspace_id, account_id) do update
        set connection_id = excluded.connection_id, login_customer_id = excluded.login_customer_id,
            name = excluded.name, currency = excluded.currency, zone = excluded.zone,
            state = excluded.state, sentence = excluded.sentence,
            history_from = least(ad_account.history_from, excluded.history_from),
            removed = false, connected_at = excluded.connected_at
      """;
  private static final String SET_ACCESS =
      """
      update ad_account set state = $3, sentence = $4
       where workspace_id = $1 and account_id = $2 and not removed
         and (state, sentence) is distinct from ($3, $4)
      """;
  private static final String SYNCED =
      "update ad_account set synced_at = greatest(synced_at, $3)"
          + " where workspace_id = $1 and account_id = $2";

  /** Dates that leave a gap behind what is known to be read prove nothing, unless they are all. */
  private static final String READ_THROUGH =
      """
      update ad_account set read_through = $4
       where workspace_id = $1 and account_id = $2
         and (read_through is null or read_through < $4)
         and ($5 or read_through >= $3::date - 1)
      """;

  private static final String REMOVE_ALL_OF =
      """
      update ad_account set removed = true, sentence = null
       where workspace_id = $1 and connection_id = $2 and not removed returning account_id
      """;
  private static final String REFRESH =
      """
      update ad_account a
         set login_customer_id = r.login_customer_id, name = r.name, currency = r.currency,
             zone = r.zone
        from reachable_account r
       where r.workspace_id = $1 and r.connection_id = $2 and r.currency <> 'XXX'
         and a.workspace_id = r.workspace_id and a.connection_id = r.connection_id
         and a.external_id = r.external_id and not a.removed
         and (a.login_customer_id, a.name, a.currency, a.zone)
             is distinct from (r.login_customer_id, r.name, r.currency, r.zone)
      returning a.account_id, old.currency = 'XXX' as unknown
      """;
  private static final String SUMMARIES =
      """
      select connection_id, count(*)::int as accounts, max(synced_at) as synced_at
        from ad_account where workspace_id = $1 and not removed group by connection_id
      """;
  private static final String RAISE =
      """
      with said as (
        update ad_account set version = version + 1, changed_at = $3
         where workspace_id = $1 and %s returning *)
      select
      """
          + COLUMNS
          + """
                , c.state as connection_state, c.sentence as connection_sentence
            from said a join connection c using (workspace_id, connection_id)
           order by a.account_id
          """;
  private static final String RAISE_ALL_OF = RAISE.formatted("connection_id = $2 and not removed");
  private static final String RAISE_THESE = RAISE.formatted("account_id = any($2)");

  /** An account as it is said: with how its connection does. */
  record Said(AdAccount account, String connectionState, @Nullable String connectionSentence) {}

  /** The accounts of a connection in short. */
  public record Summary(int accounts, @Nullable Instant syncedAt) {
    public static final Summary NONE = new Summary(0, null);
  }

  /** The accounts of each connection of a workspace that has some. */
  public Uni<Map<UUID, Summary>> summaries(SqlConnection c, UUID workspace) {
    return c.preparedQuery(SUMMARIES)
        .execute(Tuple.of(workspace))
        .map(rows -> {
          Map<UUID, Summary> summaries = new HashMap<>();
          for (Row row : rows) {
            OffsetDateTime syncedAt = row.getOffsetDateTime("synced_at");
            summaries.put(
                row.getUUID("connection_id"),
                new Summary(
                    row.getInteger("accounts"), syncedAt == null ? null : syncedAt.toInstant()));
          }
          return summaries;
        });
  }

  /** The connected accounts of a connection. */
  public Uni<List<AdAccount>> allOf(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(ALL_OF)
        .execute(Tuple.of(workspace, connection))
        .map(AccountStore::every);
  }

  public Uni<Optional<AdAccount>> find(SqlConnection c, UUID workspace, UUID id) {
    return c.preparedQuery(FIND)
        .execute(Tuple.of(workspace, id))
        .map(rows -> every(rows).stream().findFirst());
  }

  /** Those of these accounts that are connected, through whichever connection. */
  public Uni<List<AdAccount>> connected(SqlConnection c, UUID workspace, Collection<UUID> ids) {
    return c.preparedQuery(CONNECTED)
        .execute(Tuple.of(workspace, ids.toArray(UUID[]::new)))
        .map(AccountStore::every);
  }

  /** Connects an account, or connects it again. */
  public Uni<Void> put(SqlConnection c, AdAccount account, Instant now) {
    return c.preparedQuery(PUT)
        .execute(
            Tuple.from(
                Arrays.asList(
                    account.workspaceId(),
                    account.id(),
                    account.connectionId(),
                    account.platform(),
                    account.externalId(),
                    account.loginCustomerId(),
                    account.name(),
                    account.currency(),
                    account.zone(),
                    account.access().word(),
                    account.sentence(),
                    account.historyFrom(),
                    at(now))))
        .replaceWithVoid();
  }

  /** Whether that changed anything. */
  public Uni<Boolean> setAccess(
      SqlConnection c,
      UUID workspace,
      UUID id,
      AdAccount.Access access,
      @Nullable String sentence) {
    return c.preparedQuery(SET_ACCESS)
        .execute(Tuple.of(workspace, id, access.word(), sentence))
        .map(rows -> rows.rowCount() > 0);
  }

  public Uni<Void> synced(SqlConnection c, UUID workspace, UUID id, Instant at) {
    return c.preparedQuery(SYNCED).execute(Tuple.of(workspace, id, at(at))).replaceWithVoid();
  }

  /** Campaigns of these dates were read after their end. */
  public Uni<Void> readThrough(
      SqlConnection c, UUID workspace, UUID id, LocalDate from, LocalDate through) {
    boolean all = !from.isAfter(through.minusDays(AdAccount.HISTORY_DAYS - 2));
    return c.preparedQuery(READ_THROUGH)
        .execute(Tuple.of(workspace, id, from, through, all))
        .replaceWithVoid();
  }

  /** The accounts that were still connected. */
  public Uni<List<UUID>> removeAllOf(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(REMOVE_ALL_OF)
        .execute(Tuple.of(workspace, connection))
        .map(rows -> {
          List<UUID> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(row.getUUID(0)));
          return ids;
        });
  }

  /** An account whose name, currency, zone or manager the platform says differently now. */
  public record Refreshed(UUID id, boolean currencyWasUnknown) {}

  /** Takes names, currencies and zones from what the consent reaches now; the changed ones. */
  public Uni<List<Refreshed>> refresh(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(REFRESH)
        .execute(Tuple.of(workspace, connection))
        .map(rows -> {
          List<Refreshed> changed = new ArrayList<>();
          rows.forEach(row ->
              changed.add(new Refreshed(row.getUUID("account_id"), row.getBoolean("unknown"))));
          return changed;
        });
  }

  Uni<List<Said>> raiseAllOf(SqlConnection c, UUID workspace, UUID connection, Instant now) {
    return c.preparedQuery(RAISE_ALL_OF)
        .execute(Tuple.of(workspace, connection, at(now)))
        .map(AccountStore::said);
  }

  Uni<List<Said>> raise(SqlConnection c, UUID workspace, Collection<UUID> ids, Instant now) {
    return c.preparedQuery(RAISE_THESE)
        .execute(Tuple.of(workspace, ids.toArray(UUID[]::new), at(now)))
        .map(AccountStore::said);
  }

  private static List<Said> said(RowSet<Row> rows) {
    List<Said> said = new ArrayList<>();
    for (Row row : rows) {
      said.add(
          new Said(
              read(row), row.getString("connection_state"), row.getString("connection_sentence")));
    }
    return said;
  }

  private static List<AdAccount> every(RowSet<Row> rows) {
    List<AdAccount> all = new ArrayList<>();
    for (Row row : rows) {
      all.add(read(row));
    }
    return all;
  }

  private static AdAccount read(Row row) {
    OffsetDateTime syncedAt = row.getOffsetDateTime("synced_at");
    return new AdAccount(
        row.getUUID("workspace_id"),
        row.getUUID("account_id"),
        row.getUUID("connection_id"),
        row.getString("platform"),
        row.getString("external_id"),
        row.getString("login_customer_id"),
        row.getString("name"),
        row.getString("currency"),
        row.getString("zone"),
        AdAccount.Access.of(row.getString("state")),
        row.getString("sentence"),
        row.getLocalDate("history_from"),
        row.getBoolean("removed"),
        syncedAt == null ? null : syncedAt.toInstant(),
        row.getLocalDate("read_through"),
        row.getLong("version"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
